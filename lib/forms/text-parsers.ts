import type { JsonNode } from "@/lib/forms/field-node";
import { type ParsedText, parseJsonText, type TextPath, type TextPlace } from "@/lib/forms/json-text";
import { parsePlainValue } from "@/lib/forms/plain-value";

/** YAML is absent until it is needed: its parser is larger than the rest of the form core. */
export type TextParsers = {
  readonly yaml?: (text: string) => ParsedText;
  readonly createYamlLocator?: (text: string) => (path: TextPath) => TextPlace;
};

/** What reading these drafts takes. Asynchronous, for the YAML parser is loaded when a draft is YAML. */
export async function loadTextParsers(drafts: unknown): Promise<TextParsers> {
  if (!/"(?:language|view)":"yaml"/.test(JSON.stringify(drafts))) return {};
  const { parseYamlText, createYamlLocator } = await import("@/lib/forms/yaml-text");
  return { yaml: parseYamlText, createYamlLocator };
}

/**
 * Reads what stands in an editor.
 * @throws Error when it is YAML and the parser was not loaded.
 */
export function parseEditorText(
  node: Pick<JsonNode, "acceptsText">,
  draft: { readonly text: string; readonly language: "json" | "yaml" },
  parsers: TextParsers,
): ParsedText {
  if (node.acceptsText) return parsePlainValue(draft.text);
  if (draft.language === "json") return parseJsonText(draft.text);
  if (!parsers.yaml) throw new Error("loadTextParsers was not called before a YAML text was read");
  return parsers.yaml(draft.text);
}
