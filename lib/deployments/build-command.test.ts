import { expect, test } from "vitest";
import type { BlockLabel } from "@/lib/blocks/block-label";
import { type BuildParts, buildCommand } from "@/lib/deployments/build-command";
import { layOverrides } from "@/lib/deployments/lay-overrides";
import type { Deployment } from "@/lib/deployments/model";
import { isJsonObject, type Json, type JsonObject, parseJson } from "@/lib/json";
import { anId } from "@/lib/testing/builders";
import { aDeployment, aDeploymentSchedule, aFlow } from "@/lib/testing/deployment-builders";

const block = (slug: string, name: string, isAnonymous = false): BlockLabel => ({
  id: anId(),
  name,
  isAnonymous,
  isReadable: true,
  type: { slug, name: slug },
});

function build(changes: Partial<Deployment>, parts: Partial<BuildParts> = {}) {
  const deployment = aDeployment({
    flowId: aFlow({}).id,
    name: "d",
    entrypoint: "flows/log.py:log",
    ...{ path: null, version: null, tags: [], workQueueName: null, isPaused: false },
    ...changes,
  });
  const rows = layOverrides([], new Map(), deployment.infraOverrides);
  const storage = block("s3", "log-test");
  return buildCommand({ deployment, storage, infrastructure: null, rows, schedules: [], ...parts });
}

function overrides(text: string): { readonly infraOverrides: JsonObject } {
  const value: Json = parseJson(text);
  return { infraOverrides: isJsonObject(value) ? value : new Map() };
}

test("the command says all that the client would reset: blocks, path, queue, version, tags and overrides", () => {
  const whole = {
    ...{ path: "sub", workQueueName: "test", version: "1.2", tags: ["etl", "a b"] },
    ...overrides('{"image":"a:1","env.CITY":"it\'s = $(Bonn)","env.EMPTY":""}'),
  };
  expect(build(whole, { infrastructure: block("docker-container", "etl") })).toEqual({
    command:
      "prefect deployment build flows/log.py:log -n d -sb s3/log-test --path sub -ib docker-container/etl -q test -v 1.2" +
      " -t etl -t 'a b' --override image=a:1 --override 'env.CITY=it'\\''s = $(Bonn)' --override env.EMPTY= -a",
  });
});

test("infrastructure that was made with the deployment is not named, for the client would make it anew", () => {
  expect(build({}, { infrastructure: block("process", "anonymous-1", true) })).toEqual({
    command: "prefect deployment build flows/log.py:log -n d -sb s3/log-test -a",
  });
});

test("a version that is the hash of the file is left to the client", () => {
  expect(build({ version: "bfe905af32056dbb7195c44f17326d75" })).toEqual(build({}));
});

test.each([
  ['{"cpu":512}', /override cpu is a number/],
  ['{"stream":true}', /override stream is true or false/],
  ['{"env":{"A":"1"}}', /override env is an object, which replaces/],
  ['{"command":["a"]}', /override command is a list/],
  ['{"env.A":null}', /override env.A is empty/],
  ['{"a=b":"c"}', /equals sign/],
])("overrides that the client would read otherwise have no command: %s", (text, reason) => {
  const built = build(overrides(text));
  expect(built).toEqual({ reason: expect.stringMatching(reason) });
  expect(built).toEqual({ reason: expect.stringMatching(/apply that again\.$/) });
});

test.each([
  '{"env.API_TOKEN":"canary"}',
  '{"env.URL":"postgres://me:canary@host/db"}',
  '{"command":"run --token canary"}',
])("an override that reads like a credential stands in no command: %s", (text) => {
  const built = build(overrides(text));
  expect(built).toEqual({ reason: expect.stringMatching(/reads like a credential.*apply that again/) });
  expect(JSON.stringify(built)).not.toContain("canary");
});

test("an override that replaces a secret of the block stands in no command", () => {
  const secret = { key: "auth", value: { kind: "secret", changed: null } } as const;
  const given = overrides('{"auth":"canary"}');
  const rows = layOverrides([secret], new Map(), given.infraOverrides);
  expect(JSON.stringify(build(given, { rows }))).not.toContain("canary");
});

test.each<[string, Partial<Deployment>, Partial<BuildParts>, RegExp]>([
  ["pull steps", { pullSteps: [new Map()] }, {}, /pull steps/],
  ["the check of parameters", { enforcesParameterSchema: true }, {}, /checking parameters/],
  ["a pause", { isPaused: true }, {}, /resume it first/],
  ["a missing path", {}, { storage: null }, /directory in which it runs/],
  [
    "limits of schedules",
    {},
    { schedules: [aDeploymentSchedule({ deploymentId: anId(), maxActiveRuns: 2 })] },
    /limits of the deployment's schedules/,
  ],
])("a build that would lose %s is not offered", (_, changes, parts, reason) => {
  expect(build(changes, parts)).toEqual({ reason: expect.stringMatching(reason) });
});

test("a schedule without limits is kept by the client and needs no option", () => {
  expect(build({}, { schedules: [aDeploymentSchedule({ deploymentId: anId() })] })).toEqual(build({}));
});

test("without its storage or infrastructure block there is no command until another one is chosen", () => {
  const lost = { typeSlug: "s3", name: "old" };
  const reason = expect.stringMatching(/block s3\/old was deleted: choose another one/);
  expect(build({ isPaused: true, lostStorage: lost }, { storage: null })).toEqual({ reason });
  expect(build({ isPaused: true, lostInfrastructure: lost })).toEqual({ reason });
});

test("without an entrypoint there is nothing to build from", () => {
  expect(build({ entrypoint: null })).toBeNull();
});
