// Forms of built-in types, for the tests of this folder.
import { fieldOverlays } from "@/lib/catalog/overlay";
import { compileForm } from "@/lib/forms/compile";
import type { FormTree } from "@/lib/forms/field-node";
import { asObject } from "@/lib/forms/testing-sample";
import realSchemas from "@/lib/testing/fixtures/real-schemas.json";

/** The form of a built-in type, as a fresh server has it. */
export function treeOf(slug: string): FormTree {
  const schema = realSchemas.find((each) => each.slug === slug && each.latest && each.server.startsWith("2"));
  if (!schema) throw new Error(`no schema of ${slug}`);
  return compileForm(asObject(schema.fields), fieldOverlays(slug));
}
