import { expect, test } from "vitest";
import { stateTypes } from "@/lib/states/model";
import { stateTypeWord, stateWords, toStateLabel } from "@/lib/states/state-label";

test("names that clients put together read as words", () => {
  expect(stateWords("AwaitingRetry")).toBe("Awaiting retry");
  expect(stateWords("AwaitingConcurrencySlot")).toBe("Awaiting concurrency slot");
  expect(stateWords("Late")).toBe("Late");
});

test("names that people made up stay as they are", () => {
  for (const name of ["My state", "S3Upload", "fooBar", "Zwischenstand Ä", "", "DONE"]) {
    expect(stateWords(name)).toBe(name);
  }
});

test("a page gets no more of a name than it can show", () => {
  const name = `${"a".repeat(199)}b`;
  expect(toStateLabel({ type: "RUNNING", name })).toEqual({ type: "RUNNING", name });
  const long = `${name}${"c".repeat(100_000)}`;
  expect(toStateLabel({ type: "RUNNING", name: long })).toEqual({ type: "RUNNING", name: `${name}…` });
});

test("every type has a word of its own", () => {
  expect(new Set(stateTypes.map(stateTypeWord)).size).toBe(stateTypes.length);
});
