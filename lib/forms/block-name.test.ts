import { describe, expect, it } from "vitest";
import { checkBlockName, slugify } from "@/lib/forms/block-name";

describe("block names", () => {
  it.each(["log-test", "a", "1", "-", "a".repeat(255)])("accepts %s", (name) => {
    expect(checkBlockName(name)).toEqual({ ok: true });
  });

  it.each([
    ["Log Test", "log-test"],
    ["My Bucket", "my-bucket"],
    ["  Été à la plage!  ", "ete-a-la-plage"],
    ["Straße_Łódź Ærø", "strasse-lodz-aero"],
    ["İstanbul", "istanbul"],
    ["a/b.c:d", "a-b-c-d"],
    ["log-test\n", "log-test"],
    ["fi № ½", "fi-no-1-2"],
  ])("refuses %j with the rule and offers %s", (name, suggestion) => {
    expect(checkBlockName(name)).toEqual({
      ok: false,
      message: "Use only lowercase letters, digits and dashes in the block name.",
      suggestion,
    });
  });

  it.each(["בדיקה", "テスト", "!!!", "   "])(
    "offers nothing for %s, of which nothing can be written",
    (name) => {
      const check = checkBlockName(name);
      expect(check.ok).toBe(false);
      expect(check).not.toHaveProperty("suggestion");
    },
  );

  it("asks for a name where there is none", () => {
    expect(checkBlockName("")).toEqual({ ok: false, message: "Enter a block name." });
  });

  it("refuses more than 255 characters and says how many there are", () => {
    expect(checkBlockName("a".repeat(300))).toEqual({
      ok: false,
      message: "Shorten the block name to 255 characters; it has 300.",
      suggestion: "a".repeat(255),
    });
    expect(slugify(`${"a".repeat(254)} b`)).toBe("a".repeat(254));
  });

  it("never offers what it would refuse", () => {
    for (const text of ["A b", "--x--", "ÄÖÜ", "x".repeat(400), "-- --"]) {
      const offer = slugify(text);
      if (offer !== "") expect(checkBlockName(offer)).toEqual({ ok: true });
    }
  });
});
