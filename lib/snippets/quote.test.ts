import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { quotePython, quoteShell, quoteYaml } from "@/lib/snippets/quote";

const hostile = [
  "log-test",
  "it's",
  "$(touch x)",
  "`id`",
  "a b",
  "a;b",
  "-rf",
  "",
  'say "hi"',
  "back\\slash",
  "two\nlines",
  "*",
  "~",
  "ü",
];

describe("quoteShell", () => {
  it.each(hostile)("makes one word of %j that the shell reads back unchanged", (text) => {
    const words = execFileSync("sh", [
      "-c",
      `for word in ${quoteShell(text)}; do printf '%s|' "$word"; done`,
    ]);
    expect(words.toString()).toBe(`${text}|`);
  });

  it("leaves ordinary words as they are", () => {
    expect(quoteShell("s3/log-test")).toBe("s3/log-test");
    expect(quoteShell("http://127.0.0.1:4200/api")).toBe("http://127.0.0.1:4200/api");
  });
});

describe("quoteYaml", () => {
  it.each([...hostile, "2024", "2024-01-01", "1e5", "0x1", "no", "y", "null", "true", "-", "---"])(
    "writes %j so that it is read as that text",
    (text) => {
      expect(parse(`key: ${quoteYaml(text)}`)).toEqual({ key: text });
    },
  );

  it("leaves ordinary words as they are", () => {
    expect(quoteYaml("log-test")).toBe("log-test");
  });
});

describe("quotePython", () => {
  it("escapes what would end the literal", () => {
    expect(quotePython('a"b\\c\nd')).toBe('"a\\"b\\\\c\\nd"');
  });
});
