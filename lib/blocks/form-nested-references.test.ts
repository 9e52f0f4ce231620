import { beforeEach, describe, expect, it } from "vitest";
import { readBlockDetails } from "@/lib/blocks/read-block-details";
import { readBlockDocument, revealResolvedData } from "@/lib/blocks/read-block-document";
import { saveBlockForm } from "@/lib/blocks/save-block-form";
import {
  createByForm,
  openEdit,
  refusalOf,
  saveByForm,
  storeByClient,
  stored,
  storedText,
  typed,
} from "@/lib/blocks/testing-forms";
import type { Draft } from "@/lib/forms/draft";
import { dictRows, groupDraft, listRows, unionDraft } from "@/lib/forms/draft-shape";
import type { BlockDocumentId } from "@/lib/ids";
import { printJson } from "@/lib/json";
import type { Deps } from "@/lib/store";
import { aBlockSchema, aBlockType } from "@/lib/testing/builders";
import { openTestStore } from "@/lib/testing/template-db";

const canary = "canary-team-55";
let deps: Deps;
let ann: BlockDocumentId;
let bob: BlockDocumentId;

beforeEach(async () => {
  deps = (await openTestStore()).deps;
  await addTypes();
  ann = await createByForm(deps, "person", "ann", { token: typed(canary) });
  bob = await createByForm(deps, "robot", "bob", { token: typed("bobs") });
});

/** A team has people and robots in a list, people in a map, and one in a model of its own. */
async function addTypes(): Promise<void> {
  const token = { type: "string", format: "password" };
  const types = ["person", "robot", "team"].map((slug) => aBlockType({ slug }));
  const member = { anyOf: [{ $ref: "#/definitions/Person" }, { $ref: "#/definitions/Robot" }] };
  const [person, robot] = ["Person", "Robot"].map((title) => ({
    title,
    type: "object",
    block_type_slug: title.toLowerCase(),
    properties: { token, label: { type: "string" } },
    required: ["token"],
    secret_fields: ["token"],
  }));
  const team = {
    title: "Team",
    type: "object",
    block_type_slug: "team",
    properties: {
      motto: { type: "string" },
      members: { type: "array", items: member },
      roles: { type: "object", additionalProperties: { $ref: "#/definitions/Person" } },
      office: { $ref: "#/definitions/Office" },
      lead: { $ref: "#/definitions/Person" },
    },
    secret_fields: ["members.token", "roles.token"],
    definitions: {
      Office: {
        title: "Office",
        type: "object",
        properties: { city: { type: "string" }, guard: { $ref: "#/definitions/Robot" } },
      },
    },
  };
  const schemas = types.map((type, index) =>
    aBlockSchema({ blockTypeId: type.id, fields: { ...[person, robot, team][index] } }),
  );
  await deps.store.transaction(async (tx) => {
    for (const type of types) await tx.blockTypes.insert(type);
    const [one, two, three] = schemas;
    if (!one || !two || !three) throw new Error("no schemas");
    for (const each of [one, two]) await tx.blockSchemas.insert(each, []);
    await tx.blockSchemas.insert(
      three,
      [
        ["members", one],
        ["members", two],
        ["roles", one],
        ["lead", one],
      ].map(([name, child]) => ({
        parentId: three.id,
        childId: (child as typeof one).id,
        name: String(name),
      })),
    );
  });
}

const saved = (documentId: string): Draft => ({ branch: 0, drafts: [{ documentId }, null] });
const newRow = (value: Draft) => ({ from: null, value });

async function clearOf(id: BlockDocumentId) {
  const resolved = await readBlockDocument(deps, id);
  return JSON.parse(printJson(revealResolvedData(resolved, "test")));
}

async function placesOf(id: BlockDocumentId) {
  const rows = await deps.store.blockDocuments.referencesFrom([id]);
  return rows.map(({ name, path = "", childId }) => `${name}${path} ${childId === ann ? "ann" : "bob"}`);
}

const fullTeam = () =>
  createByForm(deps, "team", "a-team", {
    members: { rows: [newRow(saved(ann)), newRow(saved(bob)), newRow(saved(ann))] },
    roles: { rows: [{ ...newRow(saved(ann)), key: "lead" }] },
    office: (draft) => {
      const { f } = groupDraft(draft);
      return { isSet: true, f: ["Oslo", saved(bob), ...f.slice(2)] };
    },
    lead: { documentId: ann },
  });

describe("saved blocks in lists, maps and models", () => {
  it("are references, of which clients read the data, and come back chosen", async () => {
    const id = await fullTeam();
    expect(await storedText(deps, id)).toBe(
      '{"members":[null,null,null],"roles":{"lead":null},"office":{"city":"Oslo","guard":null}}',
    );
    expect((await placesOf(id)).toSorted()).toEqual([
      "lead ann",
      "members/0 ann",
      "members/1 bob",
      "members/2 ann",
      "office/guard bob",
      "roles/lead ann",
    ]);
    const data = await clearOf(id);
    expect(data.members[1]).toMatchObject({
      token: "bobs",
      block_type_slug: "robot",
      _block_document_id: bob,
    });
    expect(data.office.guard.token).toBe("bobs");
    expect(data.lead).toEqual({ token: canary });

    const view = await openEdit(deps, id);
    expect(JSON.stringify(view)).not.toContain(canary);
    expect(view.unknownKeys).toEqual([]);
    expect(view.referenceTypes.map(({ slug }) => slug)).toEqual(["person", "robot"]);
    const draftOf = (key: string) => view.draft.f[view.tree.fields.findIndex((field) => field.key === key)];
    const ids = (listRows(draftOf("members")) ?? []).map((row) => unionDraft(row.value).drafts[0]);
    expect(ids).toEqual([{ documentId: ann }, { documentId: bob }, { documentId: ann }]);
    expect(unionDraft(dictRows(draftOf("roles"))?.[0]?.value).drafts[0]).toEqual({ documentId: ann });
    expect(unionDraft(groupDraft(draftOf("office")).f[1]).drafts[0]).toEqual({ documentId: bob });
  });

  it("stay when nothing or something else is changed", async () => {
    const id = await fullTeam();
    const before = await clearOf(id);
    expect(await saveByForm(deps, id, {})).toMatchObject({ isChanged: false });
    await saveByForm(deps, id, { motto: "all" });
    expect(await clearOf(id)).toEqual({ ...before, motto: "all" });
  });

  it("are added, moved and removed one by one", async () => {
    const id = await fullTeam();
    await saveByForm(deps, id, {
      members: (draft) => {
        const [first, second, third] = listRows(draft) ?? [];
        return { rows: [third, newRow(saved(bob)), second, first].flatMap((row) => row ?? []) };
      },
    });
    expect((await placesOf(id)).filter((place) => place.startsWith("members"))).toEqual([
      "members/0 ann",
      "members/1 bob",
      "members/2 bob",
      "members/3 ann",
    ]);
    await saveByForm(deps, id, {
      members: (draft) => ({ rows: (listRows(draft) ?? []).slice(1, 2) }),
      roles: { rows: [{ ...newRow(saved(ann)), key: "other" }] },
      office: (draft) => ({ ...groupDraft(draft), isSet: false }),
    });
    expect(await placesOf(id)).toEqual(["members/0 bob", "roles/other ann", "lead ann"]);
    expect(await storedText(deps, id)).toBe('{"members":[null],"roles":{"other":null}}');
  });

  it("stand beside blocks that a client wrote out, whose secrets stay", async () => {
    const id = await storeByClient(deps, "team", "b-team", {
      members: [{ token: canary, block_type_slug: "person" }],
    });
    await saveByForm(deps, id, {
      members: (draft) => ({ rows: [newRow(saved(bob)), ...(listRows(draft) ?? [])] }),
    });
    expect(await storedText(deps, id)).toBe(
      `{"members":[null,{"token":"${canary}","block_type_slug":"person"}]}`,
    );
    const view = await openEdit(deps, id);
    expect(JSON.stringify(view)).not.toContain(canary);
    await saveByForm(deps, id, { members: (draft) => ({ rows: (listRows(draft) ?? []).toReversed() }) });
    expect(await placesOf(id)).toEqual(["members/1 bob"]);
    expect((await clearOf(id)).members[0].token).toBe(canary);
  });

  it("are copied with a duplicate, as references", async () => {
    const id = await fullTeam();
    await deps.store.transaction((tx) => tx.blockDocuments.delete([bob]));
    const copy = await createByForm(deps, "team", "copy", {}, id);
    expect(await clearOf(copy)).toEqual(await clearOf(id));
    expect((await placesOf(copy)).toSorted()).toEqual([
      "lead ann",
      "members/0 ann",
      "members/1 ann",
      "roles/lead ann",
    ]);
    expect(await deps.store.blockDocuments.lostReferencesFrom([copy])).toEqual([]);
  });

  it("are refused at their row when they are gone, of another type, or make a circle", async () => {
    const id = await fullTeam();
    for (const [documentId, message] of [
      ["00000000-0000-4000-8000-ffffffffffff", "This block does not exist any more. Choose a saved block."],
      [id, "A team block does not fit here. Choose person or robot."],
    ] as const) {
      const error = await refusalOf(
        saveByForm(deps, id, {
          members: (draft) => ({ rows: [...(listRows(draft) ?? []), newRow(saved(documentId))] }),
        }),
      );
      expect(error).toMatchObject({ code: "invalid", issues: [{ path: ["data", "members", 3], message }] });
    }
    expect(await placesOf(id)).toHaveLength(6);
  });

  it("cannot be slipped into a value that takes none", async () => {
    const id = await fullTeam();
    const { updated } = await stored(deps, id);
    for (const inner of [
      { do: "set", json: "null", blocks: [{ at: "", documentId: ann }] },
      { do: "set", json: '{"city":null}', blocks: [{ at: "/city", documentId: ann }] },
      { do: "set", json: '{"none":null}', blocks: [{ at: "/none", documentId: ann }] },
      { do: "set", json: "{}", blocks: [{ at: "/guard", documentId: ann }] },
    ]) {
      const edit = { do: "patch", entries: [{ key: "office", edit: inner }] };
      const error = await refusalOf(saveBlockForm(deps, { documentId: id, edit, expectedUpdated: updated }));
      expect(error.code).toBe("invalid");
    }
    expect(await placesOf(id)).toHaveLength(6);
  });
});

describe("a block that was deleted", () => {
  it("is known in the form by its label, until something else is chosen", async () => {
    const id = await fullTeam();
    await deps.store.transaction((tx) => tx.blockDocuments.delete([ann]));
    const view = await openEdit(deps, id);
    expect(view.draft.f).toContainEqual({ lost: "person/ann" });
    expect(JSON.stringify(view.draft)).toContain('{"lost":"person/ann"}');
    expect((await clearOf(id)).members).toHaveLength(1);

    expect(await saveByForm(deps, id, {})).toMatchObject({ isChanged: false });
    await saveByForm(deps, id, { motto: "on" });
    expect(await deps.store.blockDocuments.lostReferencesFrom([id])).toHaveLength(4);

    const cid = await createByForm(deps, "person", "cid", { token: typed("c") });
    await saveByForm(deps, id, {
      lead: { documentId: cid },
      members: (draft) => ({ rows: (listRows(draft) ?? []).slice(1) }),
    });
    const lost = await deps.store.blockDocuments.lostReferencesFrom([id]);
    expect(lost.map(({ name, path }) => `${name}${path}`)).toEqual(["members/1", "roles/lead"]);
    expect((await clearOf(id)).lead).toEqual({ token: "c" });
  });

  it("can be let go of", async () => {
    const id = await fullTeam();
    await deps.store.transaction((tx) => tx.blockDocuments.delete([ann]));
    await saveByForm(deps, id, { lead: null });
    const lost = await deps.store.blockDocuments.lostReferencesFrom([id]);
    expect(lost.map(({ name }) => name)).not.toContain("lead");
  });

  it("is told on the page of the block, beside the blocks that are there", async () => {
    const id = await fullTeam();
    const shown = async () => {
      const set = (await readBlockDetails(deps, id))?.settings?.set ?? [];
      return Object.fromEntries(set.map(({ key, value }) => [key, value]));
    };
    const annLink = { kind: "block", block: { id: ann, name: "ann" } };
    const bobLink = { kind: "block", block: { id: bob, name: "bob" } };
    expect(await shown()).toMatchObject({
      members: { kind: "list", items: [annLink, bobLink, annLink] },
      roles: { kind: "entries", entries: [{ label: "lead", value: annLink }] },
      office: { kind: "entries", entries: [{ label: "City" }, { label: "Guard", value: bobLink }] },
      lead: annLink,
    });
    expect(JSON.stringify(await shown())).not.toContain("isMismatch");
    await deps.store.transaction((tx) => tx.blockDocuments.delete([ann]));
    const lost = { kind: "lost block", label: "person/ann" };
    expect(await shown()).toMatchObject({
      members: { kind: "list", items: [lost, bobLink, lost] },
      roles: { kind: "entries", entries: [{ label: "lead", value: lost }] },
      lead: lost,
    });
    expect(JSON.stringify(await shown())).not.toContain(canary);
  });
});
