import { z } from "zod";
import { docsPolicy, renderDocsPage } from "@/lib/api/docs-page/page";
import { buildOpenApiDocument } from "@/lib/api/openapi/document";
import { ownOrigin } from "@/lib/api/own-origin";
import { type Route, route } from "@/lib/api/route";
import { toPrinted } from "@/lib/wire/print-wire";
import packageFile from "@/package.json";

/**
 * The description of the given routes and of itself for programs, and the same for people. It depends on nothing but the
 * program, so each is made at its first request and kept. The page is not part of the description.
 */
export function documentationRoutes(described: readonly Route[]): readonly Route[] {
  const openApi: Route = route(
    {
      method: "GET",
      path: "/openapi.json",
      operationId: "read_openapi_document",
      tag: "Server",
      summary: "Read this description of the API",
      description: ["An OpenAPI 3.1 document. `/api/docs` shows it to people."],
      answers: { 200: z.looseObject({ openapi: z.string() }) },
    },
    async () => ({ status: 200, body: toPrinted(text()) }),
  );
  const document = once(() => buildOpenApiDocument([...described, openApi], packageFile));
  const text = once(() => JSON.stringify(document()));
  const page = once(() => renderDocsPage(document()));

  const docs: Route = {
    definition: {
      method: "GET",
      path: "/docs",
      operationId: "read_docs",
      tag: "Server",
      summary: "Read the description of the API as a page",
      answers: {},
    },
    call: async (_, { request }) => ({
      status: 200,
      headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": docsPolicy },
      body: toPrinted(page()(ownOrigin(request.header))),
    }),
  };
  return [openApi, docs];
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
