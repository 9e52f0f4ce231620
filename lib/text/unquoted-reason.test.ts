import { expect, it } from "vitest";
import { unquotedReason } from "@/lib/text/unquoted-reason";

it.each([
  ["canary", "unexpected character"],
  [`{"a": "x", canary}`, "Expected double-quoted property name in JSON at position 11"],
  [`[1, "x",\n canary-1, canary-2, canary-3]`, "unexpected character"],
  [`{"a": "canary`, "Unterminated string in JSON at position 13"],
  [`{"a": "canary" `, "Expected ',' or '}' after property value in JSON at position 15"],
  ["undefined", ""],
])("keeps of the parser's words about %j only its own", (text, reason) => {
  const message = messageAbout(text);
  expect(unquotedReason(message).replace(/ \(line .*/, "")).toBe(reason);
  expect(unquotedReason(message)).not.toContain("canary");
});

function messageAbout(text: string): string {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
}
