import type { Page } from "@playwright/test";
import { findCatalogEntry } from "@/lib/catalog";
import { fieldOverlays } from "@/lib/catalog/overlay";
import { toSubmittedFields } from "@/lib/catalog/submitted-fields";
import { compileForm } from "@/lib/forms/compile";
import type { FieldNode } from "@/lib/forms/field-node";
import type { Api } from "../api.ts";
import { fieldValues } from "./field-values.ts";
import { type Child, type Sample, sampleOf } from "./sample.ts";

export type FilledField = {
  readonly node: FieldNode;
  /** The field's position in the form: `f.2`. */
  readonly name: string;
  readonly sample: Sample;
};

/** The fields of a type's form, in their order. */
export function fieldsOf(slug: string): readonly FieldNode[] {
  const entry = findCatalogEntry(slug);
  if (!entry) throw new Error(`no type ${slug}`);
  return compileForm(toSubmittedFields(entry), fieldOverlays(slug)).fields;
}

/** How a person would fill in every field of a type; the blocks that it refers to are made before. */
export async function prepareFields(page: Page, api: Api, slug: string): Promise<readonly FilledField[]> {
  const nodes = fieldsOf(slug);
  const children = new Map<string, Child>();
  for (const target of nodes.flatMap(targetOf)) {
    if (!children.has(target)) children.set(target, await createChild(page, api, target, `for-${slug}`));
  }
  const context = { page, children, values: fieldValues[slug] ?? {} };
  return nodes.map((node, index) => {
    const name = `f.${index}`;
    return { node, name, sample: sampleOf(node, name, node.key, context) };
  });
}

/** Of several types that a reference takes the first one is made. */
function targetOf(node: FieldNode): readonly string[] {
  if (node.kind === "union") return node.branches.flatMap((branch) => targetOf(branch.node));
  return node.kind === "reference" ? node.blockTypeSlugs.slice(0, 1) : [];
}

/** A block with what its type requires, made through the API. */
async function createChild(page: Page, api: Api, slug: string, name: string): Promise<Child> {
  const required = (await prepareFields(page, api, slug)).filter(({ node }) => node.required);
  const data: Record<string, unknown> = {};
  for (const { node, sample } of required) {
    const [target] = targetOf(node);
    const block = target === undefined ? undefined : await api.readBlock(target, `for-${slug}`);
    data[node.key] = block ? { $ref: { block_document_id: block.id } } : sample.stored;
  }
  await api.createBlock(slug, name, data);
  return { name, data: (await api.readBlock(slug, name))?.data };
}
