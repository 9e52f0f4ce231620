import type { DraftOf } from "@/lib/forms/draft";
import type { JsonNode } from "@/lib/forms/field-node";
import { misplacesMask } from "@/lib/forms/json-edit";
import { parseEditorText, type TextParsers } from "@/lib/forms/text-parsers";
import { isJsonArray, isJsonObject, type Json } from "@/lib/json";

/** What is wrong with the text of an editor. */
export function checkEditorText(
  node: JsonNode,
  draft: DraftOf<"json">,
  initial: DraftOf<"json">,
  parsers: TextParsers,
): string | undefined {
  if (!draft) return undefined;
  const parsed = parseEditorText(node, draft, parsers);
  const name = draft.language === "yaml" ? "YAML" : "JSON";
  if (!parsed.ok)
    return `This is not ${name}. Line ${parsed.line}, column ${parsed.column}: ${parsed.message}`;
  if (node.expects === "object" && !isJsonObject(parsed.value))
    return "Enter an object with keys and values.";
  if (node.expects === "array" && !isJsonArray(parsed.value)) return "Enter a list.";
  // A mask stands for a stored secret only where it stood at first.
  return misplacesMask(readInitial(node, initial, parsers), parsed.value)
    ? "Eight asterisks stand for a hidden value only at its place. Where you moved or added something, enter the value itself."
    : undefined;
}

function readInitial(node: JsonNode, initial: DraftOf<"json">, parsers: TextParsers): Json | undefined {
  const parsed = initial ? parseEditorText(node, initial, parsers) : undefined;
  return parsed?.ok ? parsed.value : undefined;
}
