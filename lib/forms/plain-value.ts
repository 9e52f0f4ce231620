import { type ParsedText, parseJsonText } from "@/lib/forms/json-text";
import { type Json, printJson } from "@/lib/json";

/**
 * A short free value: what begins like JSON (`{`, `[`, `"`) has to be JSON, what is JSON is taken as such (`5`, `true`),
 * and everything else is a text.
 */
export function parsePlainValue(text: string): ParsedText {
  const parsed = parseJsonText(text);
  return parsed.ok || /^\s*[{["]/.test(text) ? parsed : { ok: true, value: text };
}

/** The shortest writing that `parsePlainValue` reads as the same value. */
export function printPlainValue(value: Json): string {
  if (typeof value !== "string") return printJson(value);
  const parsed = value.trim() === "" ? undefined : parsePlainValue(value);
  return parsed?.ok && parsed.value === value ? value : printJson(value);
}
