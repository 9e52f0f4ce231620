// Page templates: everything put into `html` is escaped, unless it is a piece of `html` itself.

const safe = Symbol("escaped HTML");

export type Html = { readonly [safe]: string };

/** Undefined and false are nothing, a list is its pieces one after another. */
export type Child = Html | string | number | false | undefined | readonly Child[];

export function html(parts: TemplateStringsArray, ...children: readonly Child[]): Html {
  return { [safe]: parts.map((part, index) => part + print(children[index])).join("") };
}

/** The only way around escaping, for texts of this program alone: its style sheet. */
export function verbatim(text: string): Html {
  return { [safe]: text };
}

export function printHtml(page: Html): string {
  return page[safe];
}

function print(child: Child): string {
  if (child === undefined || child === false) return "";
  if (typeof child === "object") return isList(child) ? child.map(print).join("") : child[safe];
  return String(child).replaceAll(/[&<>"']/g, (character) => escapes[character] ?? character);
}

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function isList(child: Html | readonly Child[]): child is readonly Child[] {
  return Array.isArray(child);
}
