import { findCatalogEntry } from "@/lib/catalog";

type Wire = Readonly<Record<string, unknown>> & { readonly id: string };

/** The REST API as a script would use it: sets up data and reads back what is stored. */
export type Api = {
  /** Any request; answers status and parsed body. */
  call: (method: string, path: string, body?: unknown) => Promise<{ status: number; body: unknown }>;
  createBlock: (slug: string, name: string, data: unknown) => Promise<Wire>;
  /** With secrets. Undefined when there is none. */
  readBlock: (
    slug: string,
    name: string,
  ) => Promise<(Wire & { readonly data: Record<string, unknown> }) | undefined>;
  /** The raw answer with secrets, to compare byte by byte. */
  readBlockText: (slug: string, name: string) => Promise<string>;
  deleteAllBlocks: () => Promise<void>;
  /** Flows with their deployments and runs, then work pools with their queues. */
  deleteAllWork: () => Promise<void>;
  /** Types that a test registered; the built-in ones stay. */
  deleteOwnTypes: () => Promise<void>;
};

export function createApi(apiUrl: string): Api {
  const call: Api["call"] = async (method, path, body) => {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body), headers: json };
    const answer = await fetch(apiUrl + path, init);
    const text = await answer.text();
    return { status: answer.status, body: text === "" ? undefined : JSON.parse(text) };
  };
  const read = async (path: string): Promise<Wire> => {
    const { status, body } = await call("GET", path);
    if (status !== 200) throw new Error(`GET ${path}: ${status} ${JSON.stringify(body)}`);
    return body as Wire;
  };
  const byName = (slug: string, name: string) =>
    `/block_types/slug/${slug}/block_documents/name/${name}?include_secrets=true`;
  return {
    call,
    createBlock: async (slug, name, data) => {
      const type = await read(`/block_types/slug/${slug}`);
      const schemas = await call("POST", "/block_schemas/filter", {
        block_schemas: { block_type_id: { any_: [type.id] } },
        limit: 1,
      });
      const [schema] = schemas.body as Wire[];
      const created = await call("POST", "/block_documents/", {
        name,
        data,
        block_type_id: type.id,
        block_schema_id: schema?.id,
      });
      if (created.status !== 201) throw new Error(`create ${slug}/${name}: ${JSON.stringify(created)}`);
      return created.body as Wire;
    },
    readBlock: async (slug, name) => {
      const { status, body } = await call("GET", byName(slug, name));
      return status === 200 ? (body as Wire & { readonly data: Record<string, unknown> }) : undefined;
    },
    readBlockText: async (slug, name) => await (await fetch(apiUrl + byName(slug, name))).text(),
    deleteAllBlocks: async () => {
      for (;;) {
        const { body } = await call("POST", "/block_documents/filter", {
          block_documents: { is_anonymous: null },
        });
        const documents = body as Wire[];
        if (documents.length === 0) return;
        for (const document of documents) await call("DELETE", `/block_documents/${document.id}`);
      }
    },
    deleteAllWork: async () => {
      await deleteAll(call, "/flows", ({ id }) => `/flows/${id}`);
      await deleteAll(call, "/work_pools", ({ name }) => `/work_pools/${name}`);
      await deleteAll(call, "/work_queues", ({ id }) => `/work_queues/${id}`);
    },
    deleteOwnTypes: async () => {
      const { body } = await call("POST", "/block_types/filter", {});
      const own = (body as { id: string; slug: string }[]).filter(({ slug }) => !findCatalogEntry(slug));
      for (const { id } of own) await call("DELETE", `/block_types/${id}`);
    },
  };
}

/** Page after page of what a filter finds, until it finds nothing. */
async function deleteAll(call: Api["call"], noun: string, pathOf: (row: Wire) => string): Promise<void> {
  for (;;) {
    const { body } = await call("POST", `${noun}/filter`, {});
    if (!Array.isArray(body) || body.length === 0) return;
    for (const row of body) {
      const { status } = await call("DELETE", pathOf(row));
      if (status !== 204) throw new Error(`DELETE ${pathOf(row)}: ${status}`);
    }
  }
}

const json = { "content-type": "application/json" };
