import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { readEditBlockForm } from "@/lib/blocks/read-block-form";
import { saveBlockForm } from "@/lib/blocks/save-block-form";
import type { BlockDocumentId } from "@/lib/ids";
import { openTestApi, registerType, type TestApi } from "@/lib/testing/test-api";

// Random free data. What stands at a credential's name, or at a place that a person marks, holds the word "canary".

type Tree = string | readonly Tree[] | { readonly [key: string]: Tree };

const openKey = fc.constantFrom("a", "host", "public_key", "0", "monkey", "x y", "__proto__", "max_tokens");
const secretKey = fc.constantFrom("secret", "apiKey", "DB_PASSWORD", "Authorization", "x-auth-token");
const openText = fc.constantFrom("open", "", "********", "5");

/** Below a credential's name everything is one. */
const { tree } = fc.letrec<{ tree: Tree; secret: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    openText,
    fc.array(tie("tree"), { maxLength: 3 }),
    objectOf(fc.oneof(fc.tuple(openKey, tie("tree")), fc.tuple(secretKey, tie("secret")))),
  ),
  secret: fc.oneof(
    { maxDepth: 3 },
    fc.constant("canary"),
    fc.array(tie("secret"), { minLength: 1, maxLength: 2 }),
    objectOf(fc.tuple(openKey, tie("secret"))),
  ),
}));

function objectOf(entry: fc.Arbitrary<readonly [string, Tree]>): fc.Arbitrary<Tree> {
  return fc
    .uniqueArray(entry, { selector: ([name]) => name, maxLength: 4 })
    .map((entries) => Object.fromEntries(entries));
}

const settings = objectOf(fc.oneof(fc.tuple(openKey, tree), fc.tuple(secretKey, fc.constant("canary"))));

let api: TestApi;
const ids: Record<string, Awaited<ReturnType<typeof registerType>>> = {};
let runs = 0;
beforeAll(async () => {
  api = await openTestApi();
  for (const slug of ["remote-file-system", "plain"])
    ids[slug] = await registerType(api, slug, { properties: { settings: { type: "object" } } });
});

async function store(slug: string, data: unknown): Promise<BlockDocumentId> {
  const { json } = await api.call("POST", "/block_documents/", { ...ids[slug], name: `d-${runs++}`, data });
  return json.id;
}

async function readEverywhere(slug: string, id: string): Promise<string> {
  const answers = [
    await api.call("GET", `/block_documents/${id}`),
    await api.call("GET", `/block_types/slug/${slug}/block_documents`),
    await api.call("POST", "/block_documents/filter", { block_documents: { id: { any_: [id] } } }),
  ];
  return answers.map(({ text }) => text).join("\n");
}

const clear = async (id: string) =>
  (await api.call("GET", `/block_documents/${id}?include_secrets=true`)).json.data;

it("whatever is called like a credential is hidden in a field that the catalogue names, and an echo keeps it", async () => {
  await fc.assert(
    fc.asyncProperty(settings, async (value) => {
      const data = { basepath: "s3://b", settings: value };
      const id = await store("remote-file-system", data);
      expect(await readEverywhere("remote-file-system", id)).not.toContain("canary");
      const { json } = await api.call("GET", `/block_documents/${id}`);
      const open = JSON.stringify(value).split('"open"').length;
      expect(JSON.stringify(json.data).split('"open"')).toHaveLength(open);
      const back = await api.call("PATCH", `/block_documents/${id}`, { data: json.data });
      expect(back.status).toBe(204);
      expect(await clear(id)).toEqual(data);
      await api.call("DELETE", `/block_documents/${id}`);
    }),
    { seed: 20_261_122, numRuns: 60 },
  );
});

/** Every place in the data, lists passed through. */
function placesIn(value: Tree): readonly (readonly string[])[] {
  if (typeof value === "string") return [];
  if (Array.isArray(value)) return value.flatMap(placesIn);
  return Object.entries(value).flatMap(([key, item]) => [[key], ...placesIn(item).map((at) => [key, ...at])]);
}

function withCanary(value: Tree, [key, ...rest]: readonly string[]): Tree {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map((item) => withCanary(item, [key ?? "", ...rest]));
  const change = ([name, item]: [string, Tree]) => {
    if (name !== key) return [name, item] as const;
    return [name, rest.length === 0 ? "canary" : withCanary(item, rest)] as const;
  };
  return Object.fromEntries(Object.entries(value).map(change));
}

it("whatever is marked in a form is hidden, and stays so when the block is saved again or echoed", async () => {
  const plain = objectOf(fc.tuple(openKey, tree));
  await fc.assert(
    fc.asyncProperty(plain, fc.nat(), async (value, choice) => {
      const places = placesIn(value).filter(
        (place) => !place.some((key) => /secret|key$|pass|auth/i.test(key)),
      );
      const place = places[choice % Math.max(1, places.length)];
      fc.pre(place !== undefined && !JSON.stringify(value).includes("canary"));
      const marked = withCanary(value, place ?? []);
      const id = await store("plain", {});
      const send = async (edit: object) => {
        const view = await readEditBlockForm(api.deps, id);
        const entries = [{ key: "settings", edit }];
        const input = { documentId: id, edit: { do: "patch", entries }, expectedUpdated: view?.updated };
        await saveBlockForm(api.deps, input);
        expect(JSON.stringify(await readEditBlockForm(api.deps, id))).not.toContain("canary");
      };
      await send({ do: "set", json: JSON.stringify(marked), hide: [place] });
      expect(await readEverywhere("plain", id)).not.toContain("canary");
      const { json } = await api.call("GET", `/block_documents/${id}`);
      await api.call("PATCH", `/block_documents/${id}`, { data: json.data });
      await send({
        do: "rows",
        rows: Object.keys(marked).map((key) => ({ key, from: key, edit: { do: "keep" } })),
      });
      expect(await clear(id)).toEqual({ settings: marked });
      expect(await readEverywhere("plain", id)).not.toContain("canary");
      await api.call("DELETE", `/block_documents/${id}`);
    }),
    { seed: 20_261_123, numRuns: 30 },
  );
});
