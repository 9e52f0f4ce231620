import { findCatalogEntry } from "@/lib/catalog";
import type { LogoFamily } from "@/lib/catalog/define-block-type";
import { type Glyph, glyphs } from "@/lib/catalog/glyphs";

/** `family` gives the tile its tint. */
export type Logo = { readonly family: LogoFamily; readonly glyph: Glyph };

/** The logo of a type: ours, or the first two letters of its name. A logo that a client registered is never loaded. */
export function findLogo(slug: string, name: string): Logo {
  const logo = findCatalogEntry(slug)?.logo;
  if (logo) return { family: logo.family, glyph: glyphs[logo.icon] };
  return { family: "source", glyph: { letters: initialsOf(name) || initialsOf(slug) || "?" } };
}

function initialsOf(name: string): string {
  const [first = "", second = ""] = name.match(/[\p{L}\p{N}]/gu) ?? [];
  return first.toUpperCase() + second.toLowerCase();
}
