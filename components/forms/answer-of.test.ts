import { expect, test } from "vitest";
import { answerOf } from "@/components/forms/answer-of";

const received: number[] = [];
const send = async (input: { text: string }) => {
  received.push(input.text.length);
  return { ok: true as const };
};

test("more than the server takes is refused before it is sent, with the limit", async () => {
  // Two bytes each in UTF-8: the limit counts bytes, not characters.
  const answer = await answerOf(send, { text: "é".repeat(2_200_000) });
  expect(answer).toMatchObject({ ok: false, code: "too_large", message: expect.stringContaining("4 MB") });
  expect(received).toEqual([]);
});

test("what fits is sent, and its answer comes back", async () => {
  expect(await answerOf(send, { text: "é".repeat(1_900_000) })).toEqual({ ok: true });
  expect(received).toEqual([1_900_000]);
});

test("a request without an answer is a failure in words", async () => {
  const answer = await answerOf(() => Promise.reject(new TypeError("Failed to fetch")), { text: "" });
  expect(answer).toMatchObject({ ok: false, message: expect.stringContaining("did not answer") });
});
