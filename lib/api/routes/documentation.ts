import { z } from "zod";
import { buildOpenApiDocument } from "@/lib/api/openapi/document";
import { type Route, route } from "@/lib/api/route";
import { toPrinted } from "@/lib/wire/print-wire";
import packageFile from "@/package.json";

/** The description of the given routes and of itself, for programs. */
export function documentationRoutes(described: readonly Route[]): readonly Route[] {
  // Printed at the first request and kept: it depends on nothing but the program.
  let text: string | undefined;
  const printDocument = () => {
    text ??= JSON.stringify(buildOpenApiDocument([...described, ...routes], packageFile));
    return text;
  };
  const routes: readonly Route[] = [
    route(
      {
        method: "GET",
        path: "/openapi.json",
        operationId: "read_openapi_document",
        tag: "Server",
        summary: "Read this description of the API",
        description: ["An OpenAPI 3.1 document. `/api/docs` shows it to people."],
        answers: { 200: z.looseObject({ openapi: z.string() }) },
      },
      async () => ({ status: 200, body: toPrinted(printDocument()) }),
    ),
  ];
  return routes;
}
