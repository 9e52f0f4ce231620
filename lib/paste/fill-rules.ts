import type { FieldNode, FormTree } from "@/lib/forms/field-node";
import type { FactName } from "@/lib/paste/facts";
import { factsOfName, fillTargets } from "@/lib/paste/fill-targets";
import { type FormatName, formats, formatsFor } from "@/lib/paste/formats";

/** A field, by the keys that lead to it, and the facts that may fill it: the best one first. */
export type FillRule = { readonly path: readonly string[]; readonly facts: readonly FactName[] };

/** What pasting can do for a form; plain JSON, made on the server so that no form carries the tables. */
export type PasteHelp = {
  readonly formats: readonly FormatName[];
  /** "an AWS credentials file, export lines or a storage address" */
  readonly understands: string;
  readonly rules: readonly FillRule[];
};

/**
 * How a form can be filled by pasting; undefined when it cannot. For a built-in type our table decides, for a type that
 * was registered from outside the names of its fields do.
 */
export function pasteHelp(tree: FormTree, slug: string, isBuiltIn: boolean): PasteHelp | undefined {
  const rules = isBuiltIn ? rulesOfTable(tree, slug) : tree.fields.flatMap((node) => rulesByName(node));
  const names = formatsFor(new Set(rules.flatMap(({ facts }) => facts)));
  if (names.length === 0) return undefined;
  return { formats: names, understands: listed(names.map((name) => formats[name].text)), rules };
}

function listed(texts: readonly string[]): string {
  const last = texts.at(-1) ?? "";
  return texts.length < 2 ? last : `${texts.slice(0, -1).join(", ")} or ${last}`;
}

function rulesOfTable(tree: FormTree, slug: string): readonly FillRule[] {
  const targets = Object.hasOwn(fillTargets, slug) ? fillTargets[slug] : undefined;
  return Object.entries(targets ?? {}).flatMap(([dotted, facts]) => {
    const path = dotted.split(".");
    // A newer schema of the type may have no such field.
    return fieldAt(tree.fields, path) ? [{ path, facts }] : [];
  });
}

/** The field to which the keys lead, through groups. */
export function fieldAt(fields: readonly FieldNode[], path: readonly string[]): FieldNode | undefined {
  const [key, ...rest] = path;
  const field = fields.find((node) => node.key === key);
  if (!field || rest.length === 0) return field;
  return field.kind === "group" ? fieldAt(field.fields, rest) : undefined;
}

function rulesByName(node: FieldNode, above: readonly string[] = []): readonly FillRule[] {
  const path = [...above, node.key];
  if (node.kind === "group")
    return above.length > 1 ? [] : node.fields.flatMap((field) => rulesByName(field, path));
  if (node.kind === "const" || node.kind === "reference") return [];
  const facts = factsNamed(node.key) ?? factsNamed(node.label);
  return facts ? [{ path, facts }] : [];
}

function factsNamed(name: string): readonly FactName[] | undefined {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, "");
  return Object.hasOwn(factsOfName, plain) ? factsOfName[plain] : undefined;
}
