// Values of a block beside those of a deployment: what nobody marked as a secret in the block is hidden here, as it is in
// overrides, when it reads like a credential.
import type { ShownEntry, ShownValue } from "@/lib/blocks/shown-value";
import { printYaml } from "@/lib/forms/print-yaml";
import { parseYamlText } from "@/lib/forms/yaml-text";
import { type Json, parseJson, printJsonPretty } from "@/lib/json";
import { findCommandCredentials, isCredentialCommand } from "@/lib/secrets/command-credentials";
import { isCredentialName, isCredentialText } from "@/lib/secrets/credential-name";
import { maskCredentials } from "@/lib/secrets/mask-credentials";
import { toMaskedJson } from "@/lib/secrets/tree";

const hidden: ShownValue = { kind: "secret", changed: null };

/** `key` is the name under which the value stands. */
export function hideCredentials(key: string, value: ShownValue): ShownValue {
  // Words are ours ("Not set", "On"), and other blocks are links.
  if (value.kind === "secret" || value.kind === "word") return value;
  return isCredentialName(key) && !isLink(value) ? hidden : hideWithin(value);
}

function isLink({ kind }: ShownValue): boolean {
  return kind === "block" || kind === "lost block";
}

function hideWithin(value: ShownValue): ShownValue {
  switch (value.kind) {
    case "text":
      return isCredentialText(value.text) || isCredentialCommand(value.text) ? hidden : value;
    case "list":
      return { ...value, items: hideInList(value.items) };
    case "entries":
      return { ...value, entries: hideInEntries(value.entries) };
    case "code":
      return hideInCode(value);
    default:
      return value;
  }
}

function hideInList(items: readonly ShownValue[]): readonly ShownValue[] {
  const found = findCommandCredentials(items.map((item) => (item.kind === "text" ? item.text : null)));
  return items.map((item, index) => (found[index] ? hidden : hideWithin(item)));
}

/** `name: TOKEN`, `value: x` is how manifests write variables. */
function hideInEntries(entries: readonly ShownEntry[]): readonly ShownEntry[] {
  const name = entries.find(({ label }) => label.toLowerCase() === "name")?.value;
  const isCredential = name?.kind === "text" && isCredentialName(name.text);
  return entries.map((entry) => {
    const isIts = isCredential && entry.label.toLowerCase() === "value" && entry.value.kind !== "word";
    return { ...entry, value: isIts ? hidden : hideCredentials(entry.label, entry.value) };
  });
}

function hideInCode(value: Extract<ShownValue, { kind: "code" }>): ShownValue {
  const parsed = parseCode(value);
  if (parsed === undefined) return hidden;
  const shown = toMaskedJson(maskCredentials(parsed));
  return { ...value, text: value.language === "yaml" ? printYaml(shown) : printJsonPretty(shown) };
}

function parseCode({ language, text }: Extract<ShownValue, { kind: "code" }>): Json | undefined {
  if (language === "json") return parseJson(text);
  const parsed = parseYamlText(text);
  return parsed.ok ? parsed.value : undefined;
}
