import { STATUS_CODES } from "node:http";
import { jsonPanel, panel } from "@/lib/api/docs-page/code";
import { type Html, html } from "@/lib/api/docs-page/html";
import { inlineMarkdown, markdown } from "@/lib/api/docs-page/markdown";
import { curlExample, exampleOf } from "@/lib/api/docs-page/request-example";
import { type Field, fieldList, fieldsOf, schemaName, typeName } from "@/lib/api/docs-page/schema-view";
import { withPrefect } from "@/lib/api/docs-page/with-prefect";
import type { OpenApiDocument, Operation, Parameter, ResponseObject } from "@/lib/api/openapi/model";

export type Endpoint = { readonly method: string; readonly path: string; readonly operation: Operation };

/** One operation: what it does, takes and answers, and beside it how it is called. */
export function operationView({ method, path, operation }: Endpoint, document: OpenApiDocument): Html {
  const { operationId, summary, description } = operation;
  const prefect = withPrefect[operationId];
  return html`<section class="operation" id="${operationId}" aria-labelledby="${operationId}-title">
<div class="prose">
<h3 id="${operationId}-title"><a href="#${operationId}">${summary}</a></h3>
<p class="route">${methodBadge(method)} <code>/api${pathText(path)}</code></p>
${description !== undefined && markdown(description)}
${parametersView(operation)}
${bodyView(operation, document)}
${answersView(operation)}
</div>
<div class="examples">
${panel("curl", curlExample(method, path, operation, document))}
${prefect && panel(prefect.title, prefect.code)}
${answerPanels(operation, document)}
</div>
</section>`;
}

export function methodBadge(method: string): Html {
  return html`<span class="method ${method}">${method.toUpperCase()}</span>`;
}

/** Long paths break behind their slashes. */
function pathText(path: string): Html {
  return html`${path.split(/(?<=\/)/).map((part) => html`${part}<wbr>`)}`;
}

function parametersView({ parameters = [] }: Operation): Html {
  const own = parameters.filter((parameter): parameter is Parameter => "name" in parameter);
  const groups = [
    { title: "Path", fields: own.filter((parameter) => parameter.in === "path") },
    { title: "Query", fields: own.filter((parameter) => parameter.in === "query") },
  ];
  return html`${groups.map(
    ({ title, fields }) => fields.length > 0 && html`<h4>${title}</h4>${fieldList(fields.map(toField))}`,
  )}`;
}

/** What is part of a path need not be called required. */
function toField({ name, in: place, required, description, schema }: Parameter): Field {
  return { name, isRequired: required && place !== "path", description, schema };
}

function bodyView({ requestBody }: Operation, document: OpenApiDocument): Html | undefined {
  const reference = requestBody?.content["application/json"].schema.$ref;
  const schema = reference && document.components.schemas[schemaName(reference)];
  if (!schema) return undefined;
  return html`<h4>Body${!requestBody?.required && html`<span class="meta">May be left out</span>`}</h4>
${fieldList(fieldsOf(schema, false))}`;
}

function answersView({ responses }: Operation): Html {
  const own = Object.entries(responses).filter(
    (entry): entry is [string, ResponseObject] => !("$ref" in entry[1]),
  );
  const shared = Object.entries(responses).filter(([, response]) => "$ref" in response);
  return html`<h4>Answers</h4>
<dl class="answers">${own.map(([status, response]) => answerRow(status, response))}${
    shared.length > 0 &&
    html`<div><dt>${shared.map(([status]) => html`<span class="status">${status}</span> `)}</dt>
<dd><p>As told under <a href="#refusals">refusals</a>.</p></dd></div>`
  }</dl>`;
}

/** A status with what it means and what its body is. */
export function answerRow(status: string, { description, content }: ResponseObject): Html {
  const schema = content?.["application/json"].schema;
  return html`<div><dt><span class="status ${Number(status) < 300 && "good"}">${status}</span> ${STATUS_CODES[status] ?? ""}</dt>
<dd>${description.startsWith("- ") ? markdown(description) : html`<p>${inlineMarkdown(description)}</p>`}${
    schema && html`<p class="limits"><span>${typeName(schema)}</span></p>`
  }</dd></div>`;
}

function answerPanels({ responses }: Operation, document: OpenApiDocument): Html {
  const good = Object.entries(responses).filter(([status]) => Number(status) < 300);
  const shown = good.length > 1 ? good.filter(([status]) => status === "201") : good;
  return html`${shown.map(([status, response]) => {
    const schema = "content" in response ? response.content?.["application/json"].schema : undefined;
    const example = schema && exampleOf(schema, document);
    return example !== undefined && jsonPanel(`Answer ${status}`, example);
  })}`;
}
