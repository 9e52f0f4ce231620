import { beforeEach, expect, it } from "vitest";
import { readBlockDetails } from "@/lib/blocks/read-block-details";
import { readNewBlockForm } from "@/lib/blocks/read-block-form";
import {
  type Changes,
  createByForm,
  openEdit,
  replaced,
  saveByForm,
  storeByClient,
  stored,
  storedText,
} from "@/lib/blocks/testing-forms";
import { dictRows } from "@/lib/forms/draft-shape";
import type { BlockDocumentId } from "@/lib/ids";
import { anyKey } from "@/lib/secrets/tree";
import type { Deps } from "@/lib/store";
import { aBlockSchema, aBlockType } from "@/lib/testing/builders";
import { openTestStore } from "@/lib/testing/template-db";

const canary = "canary-a91c";
const type = aBlockType({ slug: "vault" });
const text = { type: "string" };
const password = { type: "string", format: "password", writeOnly: true };
const dictOf = (value: object) => ({ type: "object", additionalProperties: value });
let deps: Deps;
let source: BlockDocumentId;

/** The newest schema from now on. */
async function addSchema(value: object, properties: object = {}): Promise<void> {
  const fields = {
    type: "object",
    properties: { token: value, env: dictOf(value), keys: { type: "array", items: value }, ...properties },
  };
  const schema = { ...aBlockSchema({ blockTypeId: type.id, fields }), created: deps.now() };
  await deps.store.transaction((tx) => tx.blockSchemas.insert(schema, []));
}

/** Whatever any page or form sends to a browser about the block. */
async function everyView(id: BlockDocumentId): Promise<string> {
  return JSON.stringify([
    await readBlockDetails(deps, id),
    await openEdit(deps, id),
    await readNewBlockForm(deps, { slug: "vault", duplicateOf: id }),
  ]);
}

async function duplicate(changes: Changes = {}, of = source): Promise<BlockDocumentId> {
  return createByForm(deps, "vault", `copy-${deps.newId().slice(-4)}`, changes, of);
}

beforeEach(async () => {
  deps = (await openTestStore()).deps;
  await deps.store.transaction((tx) => tx.blockTypes.insert(type));
  await addSchema(password);
  source = await storeByClient(deps, "vault", "source", {
    token: `${canary}-1`,
    env: { A: `${canary}-2` },
    keys: [`${canary}-3`],
  });
  await addSchema(text);
});

it("a duplicate made with a newer schema that calls the secrets plain shows none of them", async () => {
  expect(await everyView(source)).not.toContain(canary);
  const copy = await duplicate();
  expect(await storedText(deps, copy)).toBe(await storedText(deps, source));
  expect((await stored(deps, copy)).blockSchemaId).not.toBe((await stored(deps, source)).blockSchemaId);
  expect((await stored(deps, copy)).secretMarks).toEqual([["token"], ["env", anyKey], ["keys"]]);
  expect((await stored(deps, copy)).secretDates).toEqual((await stored(deps, source)).secretDates);
  const copyOfCopy = await duplicate({}, copy);
  for (const id of [copy, copyOfCopy]) {
    expect(await everyView(id)).toContain("env");
    expect(await everyView(id)).not.toContain(canary);
  }
});

it("what is typed into a hidden field of a duplicate stays hidden too", async () => {
  const copy = await duplicate({ token: replaced(`${canary}-new`) });
  expect(await storedText(deps, copy)).toContain(`${canary}-new`);
  expect(await everyView(copy)).not.toContain(canary);
});

it("saving the form keeps the marks, and drops that of a field which was cleared", async () => {
  const copy = await duplicate();
  await saveByForm(deps, copy, { keys: { rows: [] } });
  expect((await stored(deps, copy)).secretMarks).toEqual([["token"], ["env", anyKey]]);
  expect(await everyView(copy)).not.toContain(canary);
});

it("needs no marks where the newest schema hides the same", async () => {
  await addSchema(password);
  expect((await stored(deps, await duplicate())).secretMarks).toEqual([]);
});

it("a single secret of a dict stays hidden when its key gets another name", async () => {
  await addSchema(text, { free: dictOf(text) });
  const id = await storeByClient(deps, "vault", "marked", { free: { TOKEN: canary, LEVEL: "info" } });
  const marked = { ...(await stored(deps, id)), secretMarks: [["free", "TOKEN"]] };
  await deps.store.transaction((tx) => tx.blockDocuments.update(marked, []));
  await saveByForm(deps, id, {
    free: (draft) => ({
      rows: (dictRows(draft) ?? []).map((row) => (row.key === "TOKEN" ? { ...row, key: "API_TOKEN" } : row)),
    }),
  });
  expect(await storedText(deps, id)).toBe(`{"free":{"API_TOKEN":"${canary}","LEVEL":"info"}}`);
  expect(await everyView(id)).toContain('"info"');
  expect(await everyView(id)).not.toContain(canary);
});
