import { beforeEach, expect, test } from "vitest";
import type { Deployment } from "@/lib/deployments/model";
import { readRunForm, runFromForm } from "@/lib/deployments/run-form";
import { DomainError } from "@/lib/errors";
import type { Draft } from "@/lib/forms/draft";
import { editFromDraft } from "@/lib/forms/edit-from-draft";
import { isJsonObject, type JsonObject, parseJson, printJson, toJson } from "@/lib/json";
import { aDeployment, aFlow } from "@/lib/testing/deployment-builders";
import { openTestStore, type TestStore } from "@/lib/testing/template-db";

// As the client writes it for: def f(name: str, count: int, limit: Optional[int] = None, rate=0.5, opts={}, password="x", **kwargs)
const parameterSchema = toJson({
  title: "Parameters",
  type: "object",
  properties: {
    name: { position: 0, title: "name", type: "string" },
    count: { position: 1, title: "count", type: "integer" },
    limit: { position: 2, title: "limit", anyOf: [{ type: "integer" }, { type: "null" }], default: null },
    rate: { position: 3, title: "rate", type: "number", default: 0.5 },
    opts: {
      position: 4,
      title: "opts",
      type: "object",
      additionalProperties: { type: "integer" },
      default: {},
    },
    password: { position: 5, title: "password", type: "string", default: "x" },
    kwargs: { position: 6, title: "kwargs" },
  },
  required: ["name", "count", "kwargs"],
});

let stage: TestStore;
let deployment: Deployment;

beforeEach(async () => {
  stage = await openTestStore();
  const flow = aFlow({ name: "log-flow" });
  const parameters = anObject('{"name":"orders","rate":1.0,"password":"canary"}');
  deployment = aDeployment({ flowId: flow.id, name: "nightly", parameterSchema, parameters });
  await stage.store.transaction(async (tx) => {
    await tx.flows.insert(flow);
    await tx.deployments.insert(deployment);
  });
});

function anObject(text: string): JsonObject {
  const value = parseJson(text);
  if (!isJsonObject(value)) throw new Error("no object");
  return value;
}

/** Sends the form with these fields filled in; null clears one. */
async function send(changes: Readonly<Record<string, Draft>>, more: Readonly<Record<string, unknown>> = {}) {
  const form = await readRunForm(stage.deps, deployment.id);
  if (!form) throw new Error("no form");
  const { tree, draft, submission } = form;
  const f = tree.fields.map(({ key }, index) => (key in changes ? changes[key] : draft.f[index]) ?? null);
  const edit = editFromDraft(tree, draft.f, f, {});
  const input = { deploymentId: deployment.id, submission, name: "", startAt: null, edit, ...more };
  const { id } = await runFromForm(stage.deps, input);
  const run = await stage.store.flowRuns.byId(id);
  if (!run) throw new Error("no run");
  return run;
}

async function issuesOf(sending: Promise<unknown>): Promise<readonly string[]> {
  const error: unknown = await sending.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!DomainError.is(error)) throw new Error("was not refused");
  return error.issues.map(({ path }) => path.join("."));
}

test("the form holds the deployment's parameters, and of a credential only that it is set", async () => {
  const form = await readRunForm(stage.deps, deployment.id);
  expect(form).toMatchObject({ name: "nightly", flowName: "log-flow", lost: undefined });
  const keys = form?.tree.fields.map(({ key }) => key);
  expect(keys).toEqual(["name", "count", "limit", "rate", "opts", "password", "kwargs"]);
  expect(JSON.stringify(form)).not.toContain("canary");
  expect(form?.draft.f[0]).toBe("orders");
  expect(form?.draft.f[3]).toBe("1.0");
});

test("what nobody touched reaches the run to the letter, secrets too, and **kwargs are empty", async () => {
  const run = await send({ count: "3" });
  expect(printJson(run.parameters)).toBe(
    '{"name":"orders","rate":1.0,"password":"canary","kwargs":{},"count":3}',
  );
  expect(run.state).toMatchObject({ type: "SCHEDULED", name: "Scheduled" });
});

test("a cleared parameter runs with the flow's default, not with what the deployment passes", async () => {
  const run = await send({ count: "3", rate: null });
  expect(run.parameters.get("rate")).toEqual({ number: "0.5" });
});

test("a missing required parameter and a value of another type are refused at their fields", async () => {
  expect(await issuesOf(send({}))).toEqual(["data.count"]);
  expect(await issuesOf(send({ count: "many", name: null }))).toEqual(["data.name", "data.count"]);
  expect(await stage.store.flowRuns.count({})).toBe(0);
});

test("sending a form twice makes one run", async () => {
  const submission = "11111111-1111-4111-8111-111111111111";
  const first = await send({ count: "3" }, { submission });
  const second = await send({ count: "3" }, { submission });
  expect(second.id).toBe(first.id);
  expect(await stage.store.flowRuns.count({})).toBe(1);
});

test("a name and a time are taken over", async () => {
  const run = await send({ count: "3" }, { name: " by hand ", startAt: "2026-03-01T08:00:00.000Z" });
  expect(run.name).toBe("by hand");
  expect(run.nextScheduledStartTime).toBe(Date.UTC(2026, 2, 1, 8) * 1000);
});

test("a deployment whose block was deleted does not run", async () => {
  const lostStorage = { typeSlug: "s3", name: "log-test" };
  await stage.store.transaction((tx) => tx.deployments.update({ ...deployment, lostStorage }));
  expect((await readRunForm(stage.deps, deployment.id))?.lost).toBe("s3/log-test");
  await expect(send({ count: "3" })).rejects.toThrow("s3/log-test was deleted");
});

test("a parameter that is a block is filled in as its values", async () => {
  const schema = toJson({
    type: "object",
    properties: { block: { title: "block", allOf: [{ $ref: "#/definitions/S" }] } },
    definitions: {
      S: { type: "object", block_type_slug: "s", properties: { path: { title: "Path", type: "string" } } },
    },
  });
  await stage.store.transaction((tx) => tx.deployments.update({ ...deployment, parameterSchema: schema }));
  const form = await readRunForm(stage.deps, deployment.id);
  expect(form?.tree.fields[0]).toMatchObject({ key: "block", kind: "group", fields: [{ key: "path" }] });
});

test("what is no form is refused without quoting it", async () => {
  const sending = runFromForm(stage.deps, { deploymentId: "x", secret: "canary" });
  await expect(sending).rejects.toThrow(/^The form sent something that is no run/);
});
