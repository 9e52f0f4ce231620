import { expect, type Locator, type Page } from "@playwright/test";
import type { FieldNode, NodeOf } from "@/lib/forms/field-node";

/** A block that a reference may choose. `data` is what the API gives for it, secrets in clear. */
export type Child = { readonly name: string; readonly data: unknown };

export type SampleContext = {
  readonly page: Page;
  /** By slug: one block of each type that the form can refer to. */
  readonly children: ReadonlyMap<string, Child>;
  /** Values for fields that take only certain ones, by path: "url", "connection_info.driver". */
  readonly values: Readonly<Record<string, string>>;
};

/** How a person fills in one field, and what is then stored. `undefined` is stored for a field with nothing to choose. */
export type Sample = { readonly stored: unknown; readonly fill: () => Promise<void> };

/**
 * The sample of a field that stands under its own label. `name` is its position in the form (`f.2`), `path` its place in
 * the document.
 */
export function sampleOf(node: FieldNode, name: string, path: string, context: SampleContext): Sample {
  const frame = context.page.locator(`[data-field="${name}"]`);
  return sampleIn(frame, node, name, path, context);
}

/** `frame` holds the field's control, and no other field's. */
function sampleIn(
  frame: Locator,
  node: FieldNode,
  name: string,
  path: string,
  context: SampleContext,
): Sample {
  switch (node.kind) {
    case "text":
    case "secret":
      return typed(frame, context.values[path] ?? textFor(node));
    case "number":
      return numeric(frame, node, context.values[path]);
    case "datetime":
      return typed(frame, context.values[path] ?? "2026-05-03T14:30:00+02:00");
    case "boolean":
      return switched(frame, node);
    case "enum":
      return selected(frame, node);
    case "const":
      return { stored: undefined, fill: async () => {} };
    case "json":
      return typedJson(frame, node);
    case "list":
      return listed(frame, node);
    case "dict":
      return paired(frame, node);
    case "group":
      return grouped(frame, node, name, path, context);
    case "union":
      return chosen(frame, node, name, path, context);
    case "reference":
      return picked(frame, node, context);
    case "duration":
      return { ...typed(frame, "90"), stored: 90 };
    case "tuple":
    case "recursive":
      throw new Error(`No built-in type has a ${node.kind}: ${path}`);
  }
}

const control = 'input:not([type="radio"]):not([type="checkbox"]):not([type="file"]), textarea';

function typed(frame: Locator, text: string): Sample {
  return { stored: text, fill: async () => await frame.locator(control).first().fill(text) };
}

function textFor(node: FieldNode): string {
  if (node.kind === "secret") return `kanarie ${node.key || "item"}`;
  return /url|uri/.test(node.key) ? "https://example.com/a?b=c" : `a ${node.key || "text"}`;
}

function numeric(frame: Locator, node: NodeOf<"number">, given: string | undefined): Sample {
  const most = node.maximum ?? Number.POSITIVE_INFINITY;
  const text = given ?? (node.integer ? String(Math.min(7, most)) : "1.5");
  return { ...typed(frame, text), stored: Number(text) };
}

function switched(frame: Locator, { defaultJson }: NodeOf<"boolean">): Sample {
  const isSwitch = defaultJson === "true" || defaultJson === "false";
  return {
    stored: defaultJson !== "true",
    fill: async () => {
      if (isSwitch) await frame.getByRole("switch").click();
      else await frame.getByRole("radio", { name: "On" }).check();
    },
  };
}

/** The last one that is not the default. */
function selected(frame: Locator, node: NodeOf<"enum">): Sample {
  const option = node.options.findLast(({ json }) => json !== node.defaultJson);
  if (!option) throw new Error(`${node.label} has nothing to choose`);
  const fill = async () => {
    await frame.getByRole("combobox").selectOption({ label: option.label });
  };
  return { stored: JSON.parse(option.json), fill };
}

function typedJson(frame: Locator, node: NodeOf<"json">): Sample {
  const text = node.expects === "array" ? '[{"op": "add", "path": "/a"}]' : '{"a": {"b": [1, null]}}';
  return { ...typed(frame, text), stored: JSON.parse(text) };
}

function listed(frame: Locator, node: NodeOf<"list">): Sample {
  const values = ["first", "two words"];
  return {
    stored: values,
    fill: async () => {
      for (const [index, value] of values.entries()) {
        await frame.getByRole("button", { name: `Add ${node.itemLabel}` }).click();
        await frame.locator("[data-row]").nth(index).locator(control).fill(value);
      }
    },
  };
}

function paired(frame: Locator, node: NodeOf<"dict">): Sample {
  const pairs = [
    ["LOG_LEVEL", "INFO"],
    ["a.b/c", "x y"],
  ] as const;
  return {
    stored: Object.fromEntries(pairs),
    fill: async () => {
      for (const [index, [key, value]] of pairs.entries()) {
        await frame.getByRole("button", { name: `Add ${node.entryLabel}` }).click();
        const row = frame.locator("[data-row]").nth(index);
        await row.getByLabel(`Key ${index + 1}`, { exact: true }).fill(key);
        await row.getByLabel(`Value of ${key}`, { exact: true }).fill(value);
      }
    },
  };
}

function grouped(
  frame: Locator,
  node: NodeOf<"group">,
  name: string,
  path: string,
  context: SampleContext,
): Sample {
  const fields = node.fields.map((field, index) => ({
    key: field.key,
    ...sampleOf(field, `${name}.f.${index}`, `${path}.${field.key}`, context),
  }));
  const stored = fields.filter((field) => field.stored !== undefined);
  return {
    stored: Object.fromEntries(stored.map((field) => [field.key, field.stored])),
    fill: async () => {
      const first = context.page.locator(`[data-field="${name}.f.0"]`);
      if (!(await first.isVisible())) await frame.getByRole("button", { name: "Set", exact: true }).click();
      await expect(first).toBeVisible();
      for (const field of fields) await field.fill();
    },
  };
}

/** The first way to fill it in, by the words of its choice. */
function chosen(
  frame: Locator,
  node: NodeOf<"union">,
  name: string,
  path: string,
  context: SampleContext,
): Sample {
  const index = Number(context.values[`${path}|branch`] ?? 0);
  const branch = node.branches[index];
  if (!branch) throw new Error(`${node.label} has no branch ${index}`);
  const inner = sampleIn(frame, branch.node, `${name}.drafts.${index}`, path, context);
  return {
    stored: inner.stored,
    fill: async () => {
      await frame.getByRole("radio", { name: branch.label, exact: true }).check();
      await inner.fill();
    },
  };
}

function picked(frame: Locator, node: NodeOf<"reference">, { page, children }: SampleContext): Sample {
  const child = node.blockTypeSlugs.flatMap((slug) => children.get(slug) ?? [])[0];
  if (!child) throw new Error(`${node.label} has no block to choose`);
  return {
    stored: child.data,
    fill: async () => {
      await frame.getByRole("button").first().click();
      await page.getByRole("option", { name: child.name }).click();
    },
  };
}
