import type { TextLanguage } from "@/lib/forms/draft";
import { parseJsonText } from "@/lib/forms/json-text";
import { printYaml } from "@/lib/forms/print-yaml";
import { printJsonPretty } from "@/lib/json";

/** The same value in the other language; undefined when the text cannot be read. The YAML parser is loaded for this. */
export async function convertText(
  text: string,
  from: TextLanguage,
  to: TextLanguage,
): Promise<string | undefined> {
  if (text.trim() === "" || from === to) return text;
  const parsed =
    from === "json" ? parseJsonText(text) : (await import("@/lib/forms/yaml-text")).parseYamlText(text);
  if (!parsed.ok) return undefined;
  return to === "json" ? printJsonPretty(parsed.value) : printYaml(parsed.value);
}
