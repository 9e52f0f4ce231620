import { expect, test } from "vitest";
import { sortWord } from "@/lib/wire/fields";

test("null is the default sort, for agents send it; an unknown word is none", () => {
  const sort = sortWord(["NAME_ASC", "NAME_DESC"], "NAME_ASC");
  expect([null, undefined, "NAME_DESC"].map((word) => sort.parse(word))).toEqual([
    "NAME_ASC",
    "NAME_ASC",
    "NAME_DESC",
  ]);
  expect(sort.safeParse("SIZE_ASC").success).toBe(false);
});
