import { describe, expect, it } from "vitest";
import { DomainError } from "@/lib/errors";
import { parseJson, printJson } from "@/lib/json";

describe("lossless JSON", () => {
  it.each([
    '{"a":1.0,"b":1,"c":1e-05,"d":-0.0,"e":123456789012345678901234567890123456789012345678901234567890}',
    '{"2":"b","1":"a","__proto__":{"x":1},"k":{"":[]},"number":{"number":1}}',
    '[null,true,false,"a: \\"b\\":",{"\\"k\\"":"v"}]',
    '"\u{1F600}"',
    "1.0",
  ])("prints %s as it came", (text) => {
    expect(printJson(parseJson(text))).toBe(text);
  });

  it("lets the last of duplicated keys win", () => {
    expect(printJson(parseJson('{"a":1,"a":2}'))).toBe('{"a":2}');
  });

  it("names the fault without quoting the text, which may hold a secret", () => {
    const secret = "hunter2-canary";
    for (const text of [`{"a": ${secret}}`, `{"a": "${secret}`, `${secret}`, `{"a":"${secret}",}`]) {
      let message = "";
      try {
        parseJson(text);
      } catch (error) {
        expect(DomainError.is(error)).toBe(true);
        message = (error as Error).message;
      }
      expect(message).toContain("This is not JSON");
      expect(message).not.toContain("hunter2");
    }
  });
});
