import { panel } from "@/lib/api/docs-page/code";
import { type Html, html } from "@/lib/api/docs-page/html";
import { inlineMarkdown, markdown } from "@/lib/api/docs-page/markdown";
import { answerRow, type Endpoint, methodBadge, operationView } from "@/lib/api/docs-page/operation-view";
import { printExample } from "@/lib/api/docs-page/print-example";
import { originMark } from "@/lib/api/docs-page/request-example";
import { fieldList, fieldsOf, schemaName, typeName } from "@/lib/api/docs-page/schema-view";
import type { OpenApiDocument, ResponseObject, SchemaObject } from "@/lib/api/openapi/model";

/** The title, what holds for all of the API, and how to begin. */
export function overview({ info, openapi }: OpenApiDocument): Html {
  return html`<section class="operation" aria-labelledby="title">
<div class="prose">
<h1 id="title">${info.title}</h1>
<p class="meta">Version ${info.version} <a href="/api/openapi.json">OpenAPI ${openapi}</a></p>
${markdown(info.description)}
</div>
<div class="examples">
${panel("Address for clients", `export PREFECT_API_URL=${originMark}/api`)}
${panel("Python", 'from prefect.blocks.core import Block\n\nstorage = Block.load("s3/log-test")')}
</div>
</section>`;
}

/** The refusals that operations have in common. */
export function refusalsChapter(document: OpenApiDocument): Html {
  return html`<section class="chapter" aria-labelledby="refusals">
<h2 id="refusals">Refusals</h2>
<p>What several operations answer for the same reasons. Each operation names those that it can answer.</p>
<dl class="answers">${sharedRefusals(document).map(([status, response]) => answerRow(status, response))}</dl>
</section>`;
}

/** By status; of several texts for one status the longest says it all. */
function sharedRefusals({
  paths,
  components,
}: OpenApiDocument): readonly (readonly [string, ResponseObject])[] {
  const byStatus = new Map<string, ResponseObject>();
  const answers = Object.values(paths)
    .flatMap((methods) => Object.values(methods))
    .flatMap(({ responses }) => Object.entries(responses));
  for (const [status, answer] of answers) {
    const shared = "$ref" in answer ? components.responses[schemaName(answer.$ref)] : undefined;
    const known = byStatus.get(status)?.description ?? "";
    if (shared && shared.description.length > known.length) byStatus.set(status, shared);
  }
  return [...byStatus].sort(([a], [b]) => Number(a) - Number(b));
}

export type Chapter = {
  readonly name: string;
  readonly description: string;
  readonly endpoints: readonly Endpoint[];
};

export function chaptersOf({ tags, paths }: OpenApiDocument): readonly Chapter[] {
  const endpoints = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  );
  return tags.map(({ name, description }) => ({
    name,
    description,
    endpoints: endpoints.filter(({ operation }) => operation.tags.includes(name)),
  }));
}

export function chapterView({ name, description, endpoints }: Chapter, document: OpenApiDocument): Html {
  const id = slugOf(name);
  return html`<section class="chapter" aria-labelledby="${id}">
<h2 id="${id}">${name}</h2>
<p>${description}</p>
${endpoints.map((endpoint) => operationView(endpoint, document))}
</section>`;
}

type NamedObject = readonly [name: string, schema: SchemaObject];

/** All but the bodies of requests, which stand with their operations. */
export function objectsOf({ paths, components }: OpenApiDocument): readonly NamedObject[] {
  const bodies = Object.values(paths)
    .flatMap((methods) => Object.values(methods))
    .map(({ requestBody }) => schemaName(requestBody?.content["application/json"].schema.$ref ?? ""));
  return Object.entries(components.schemas).filter(([name]) => !bodies.includes(name));
}

export function objectsChapter(objects: readonly NamedObject[]): Html {
  return html`<section class="chapter" aria-labelledby="objects">
<h2 id="objects">Objects</h2>
<p>What bodies and answers are made of.</p>
${objects.map(([name, schema]) => objectView(name, schema))}
</section>`;
}

function objectView(name: string, schema: SchemaObject): Html {
  const isComplete = schema.required?.length === Object.keys(schema.properties ?? {}).length;
  const fields = fieldsOf(schema, isComplete);
  const [example] = schema.examples ?? [];
  return html`<section class="operation" aria-labelledby="${name}">
<div class="prose">
<h3 id="${name}"><a href="#${name}">${name}</a></h3>
${schema.description !== undefined && html`<p>${inlineMarkdown(schema.description)}</p>`}
${fields.length > 0 ? fieldList(fields) : html`<p class="limits"><span>${typeName(schema)}</span></p>`}
</div>
${example !== undefined && html`<div class="examples">${panel("Example", printExample(example))}</div>`}
</section>`;
}

/** Where everything on the page is. */
export function contentsList(chapters: readonly Chapter[], objects: readonly NamedObject[]): Html {
  const link = (id: string, text: string) => html`<li><a href="#${id}">${text}</a></li>`;
  return html`<ul class="contents">
<li><a href="#main">Overview</a></li>
<li><a href="#refusals">Refusals</a></li>
${chapters.map(
  ({ name, endpoints }) => html`<li><a class="chapter-link" href="#${slugOf(name)}">${name}</a>
<ul>${endpoints.map(
    ({ method, operation }) =>
      html`<li><a href="#${operation.operationId}"><span>${operation.summary}</span>${methodBadge(method)}</a></li>`,
  )}</ul></li>`,
)}
<li><a class="chapter-link" href="#objects">Objects</a>
<ul>${objects.map(([name]) => link(name, name))}</ul></li>
</ul>`;
}

function slugOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
}
