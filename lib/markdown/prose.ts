// Texts that somebody registered, as plain data for the renderer: no HTML, no images, no headings, and no link but to
// the web or a mail address. What is not in these types cannot reach a page.

export type ProseInline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "strong" | "emphasis"; readonly children: readonly ProseInline[] }
  | { readonly kind: "link"; readonly url: string; readonly children: readonly ProseInline[] }
  | { readonly kind: "break" };

export type ProseBlock =
  | { readonly kind: "paragraph"; readonly children: readonly ProseInline[] }
  | { readonly kind: "code"; readonly language: string; readonly text: string }
  | {
      readonly kind: "list";
      readonly isOrdered: boolean;
      readonly items: readonly (readonly ProseBlock[])[];
    }
  | { readonly kind: "quote"; readonly blocks: readonly ProseBlock[] };

export type Prose = readonly ProseBlock[];
