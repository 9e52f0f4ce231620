import { type Html, html } from "@/lib/api/docs-page/html";
import { inlineMarkdown } from "@/lib/api/docs-page/markdown";
import type { SchemaObject } from "@/lib/api/openapi/model";

/** A parameter or a key of an object. */
export type Field = {
  readonly name: string;
  readonly isRequired: boolean;
  readonly description?: string | undefined;
  readonly schema: SchemaObject;
};

/** Fields as a list of terms. Keys of an object inside an object unfold. */
export function fieldList(fields: readonly Field[]): Html {
  return html`<dl class="fields">${fields.map(fieldRow)}</dl>`;
}

/** The keys of an object. `isAnswer`: every key is there, so that none is called required. */
export function fieldsOf(schema: SchemaObject, isAnswer: boolean): readonly Field[] {
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    isRequired: !isAnswer && schema.required?.includes(name) === true,
    description: property.description,
    schema: property,
  }));
}

function fieldRow({ name, isRequired, description, schema }: Field): Html {
  const nested = fieldsOf(schema, true);
  return html`<div>
<dt><code>${name}</code> <span class="type">${typeName(schema)}</span>${isRequired && html` <span class="required">Required</span>`}</dt>
<dd>${description !== undefined && html`<p>${inlineMarkdown(description)}</p>`}${limits(schema)}${
    nested.length > 0 && html`<div class="nested">${fieldList(nested)}</div>`
  }</dd>
</div>`;
}

/** The type in words; named objects are links to their description. */
export function typeName(schema: SchemaObject): Html {
  if (schema.$ref) {
    const name = schemaName(schema.$ref);
    return html`<a href="#${name}">${name}</a>`;
  }
  if (schema.anyOf && !schema.properties) return joined(schema.anyOf.map(typeName));
  if ("const" in schema) return html`<code>${JSON.stringify(schema["const"])}</code>`;
  const types = [schema.type ?? []].flat();
  return types.length === 0 ? html`any JSON` : joined(types.map((type) => typeWord(type, schema)));
}

function typeWord(type: string, { items, additionalProperties, format }: SchemaObject): Html {
  if (type === "array" && items) return html`list of ${typeName(items)}`;
  if (type === "object" && typeof additionalProperties === "object") {
    return html`object of ${typeName(additionalProperties)}`;
  }
  return type === "string" && typeof format === "string" ? html`${format}` : html`${type}`;
}

function joined(names: readonly Html[]): Html {
  return html`${names.map((name, index) => (index === 0 ? name : html` or ${name}`))}`;
}

export function schemaName(reference: string): string {
  return reference.split("/").at(-1) ?? reference;
}

const longestPattern = 40;

/** What a value must keep to, and what it is when it is left out. */
function limits(schema: SchemaObject): Html {
  const { enum: choices, minimum, maximum, pattern, maxLength } = schema;
  const parts = [
    Array.isArray(choices) && html`One of ${joined(choices.map(literal))}`,
    minimum !== undefined && maximum !== undefined && html`From ${String(minimum)} to ${String(maximum)}`,
    minimum !== undefined && maximum === undefined && html`At least ${String(minimum)}`,
    typeof pattern === "string" && pattern.length <= longestPattern && html`Matches <code>${pattern}</code>`,
    maxLength !== undefined && html`At most ${String(maxLength)} characters`,
    "default" in schema && html`Default ${literal(schema["default"])}`,
  ].filter((part) => part !== false);
  return parts.length === 0
    ? html``
    : html`<p class="limits">${parts.map((part) => html`<span>${part}</span>`)}</p>`;
}

function literal(value: unknown): Html {
  return html`<code>${JSON.stringify(value)}</code>`;
}
