import type { ReactNode } from "react";
import { TypeLogo } from "@/components/blocks/type-logo";
import type { ReferenceTypes } from "@/components/forms/form-contract";
import { TypeCard } from "@/components/forms/type-card";
import type { NewBlockFormView } from "@/lib/blocks/read-block-form";
import { shownCapabilities } from "@/lib/blocks/shown-capabilities";
import { type CatalogTexts, catalogTexts } from "@/lib/catalog/overlay";
import type { BlockSchemaId } from "@/lib/ids";
import type { Context } from "@/lib/server/context";

type TypeParts = { readonly card: ReactNode; readonly deprecated: CatalogTexts["deprecated"] };

/** The card of a type beside its forms, and whether it should still be chosen. */
export async function readTypeParts(
  { store }: Context,
  slug: string,
  schemaId: BlockSchemaId,
): Promise<TypeParts> {
  const type = await store.blockTypes.bySlug(slug);
  const capabilities = shownCapabilities((await store.blockSchemas.byId(schemaId))?.capabilities);
  if (!type) return { card: null, deprecated: undefined };
  const { name, description, deprecated } = catalogTexts(type, capabilities);
  return {
    card: <TypeCard name={name} slug={slug} description={description} capabilities={capabilities} />,
    deprecated,
  };
}

/** The types that the pickers of a form meet, with logos that are drawn here and not in the browser. */
export function referenceTypesOf(
  view: Pick<NewBlockFormView, "candidates" | "referenceTypes">,
): ReferenceTypes {
  const names = new Map([
    ...view.candidates.map(({ typeSlug, typeName }) => [typeSlug, typeName] as const),
    ...view.referenceTypes.map(({ slug, name }) => [slug, name] as const),
  ]);
  return Object.fromEntries(
    [...names].map(([slug, name]) => [slug, { name, logo: <TypeLogo slug={slug} name={name} /> }]),
  );
}
