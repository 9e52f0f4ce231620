import { typed } from "@/lib/blocks/testing-forms";
import type { Draft } from "@/lib/forms/draft";
import type { FieldNode } from "@/lib/forms/field-node";

/** What a person who leaves nothing out enters into a field; each secret begins with `canary`. References stay empty. */
export function fillField(node: FieldNode, canary: string): Draft {
  const fill = (inner: FieldNode) => fillField(inner, canary);
  switch (node.kind) {
    case "text":
      return node.format === "uri" ? "https://example.com/page" : `text of ${node.key}`;
    case "secret":
      return typed(`${canary} ${node.key}`);
    case "number":
      return node.integer ? "007" : "1.50";
    case "boolean":
      return node.defaultJson !== "true";
    case "enum":
      return node.options.at(-1)?.json ?? null;
    case "datetime":
      return "2026-05-03T14:30:00+02:00";
    case "duration":
      return "PT1H30M";
    case "tuple":
      return { rows: node.items.map((item) => ({ from: null, value: fill(item) })) };
    case "list":
      return { rows: ["a", "b"].map(() => ({ from: null, value: fill(node.item) })) };
    case "dict":
      return { rows: ["__proto__", "a.b/c"].map((key) => ({ from: null, key, value: fill(node.value) })) };
    case "union":
      return { branch: 0, drafts: node.branches.map((branch) => fill(branch.node)) };
    case "group":
      return { isSet: true, f: node.fields.map(fill) };
    case "json":
      return { text: node.expects === "array" ? '[{"op":"add"}]' : '{"a": 1.0}', language: "json" };
    case "const":
    case "recursive":
    case "reference":
      return null;
  }
}
