// What is asked of a server, what it must answer, and the parts from which the floor builds answers of the same size.
import assert from "node:assert/strict";
import { createCall, cut, numbered, placeholder } from "./requests.mjs";
import { dataOf, nameOf, s3Data, slugOf } from "./sample-documents.mjs";

const mostLoaded = 5000;
const mostUpdated = 500;
const filterPath = "/api/block_documents/filter";

/** The cases for a server that holds `documents` seeded documents; each was answered correctly once. */
export async function prepareCases({ port }, documents) {
  const call = createCall(port);
  const s3 = spread(documents, mostLoaded).filter((index) => slugOf(index) === "s3");
  const sample = await readByName(call, s3[0]);
  const ids = { block_type_id: sample.block_type_id, block_schema_id: sample.block_schema_id };

  const cases = {
    load: { status: 200, requests: s3.map((index) => ({ method: "GET", path: loadPath(index) })) },
    filter: filterCase({}),
    create: { status: 201, requests: [createRequest(ids)] },
    update: { status: 204, requests: await updateRequests(call, s3.slice(0, mostUpdated), ids) },
  };
  await checkLoad(call, s3[0]);
  await checkFilter(call);
  await checkCreate(call, cases.create);
  await checkUpdate(call, cases.update, s3[0]);
  return { cases, variants: variantsFor(s3), samples: await readSamples(call, cases, s3[0]) };
}

/** Other lists that clients and scripts ask for, with answers as large at a hundred documents as at any number. */
function variantsFor(s3) {
  const names = spread(s3.length, 25).map((at) => nameOf(s3[at]));
  return {
    "filter, one type, 10": filterCase({ limit: 10, block_types: { slug: { any_: ["secret"] } } }),
    "filter, a type without blocks": filterCase({ block_types: { slug: { any_: ["smb"] } } }),
    "filter, NAME_DESC": filterCase({ sort: "NAME_DESC" }),
    "filter, BLOCK_TYPE_AND_NAME_ASC, 10": filterCase({ limit: 10, sort: "BLOCK_TYPE_AND_NAME_ASC" }),
    "filter, name any_ of 25": filterCase({ block_documents: { name: { any_: names } } }),
    "filter, name like_, 10": filterCase({ block_documents: { name: { like_: nameOf(0).slice(0, -1) } } }),
    "filter, anonymous ones too": filterCase({ block_documents: { is_anonymous: null } }),
    "filter, capability write-path": filterCase({
      block_schemas: { block_capabilities: { all_: ["write-path"] } },
    }),
    count: { status: 200, requests: [{ method: "POST", path: "/api/block_documents/count", body: "{}" }] },
  };
}

/** @throws Error when the floor answers another status or another number of bytes than ours did. */
export async function checkFloor({ port }, { cases, samples }) {
  const call = createCall(port);
  for (const [name, { requests, status }] of Object.entries(cases)) {
    const answer = await call(numbered(requests[0], 999_999_999));
    assert.equal(answer.status, status, `the floor answers ${name}`);
    assert.equal(answer.text.length, samples.sizes[name], `the size of the floor's answer to ${name}`);
  }
}

function filterCase(body) {
  const request = { method: "POST", path: filterPath, body: JSON.stringify({ limit: 50, ...body }) };
  return { status: 200, requests: [request] };
}

function loadPath(index) {
  return `/api/block_types/slug/${slugOf(index)}/block_documents/name/${nameOf(index)}?include_secrets=true`;
}

function createRequest(ids) {
  const data = s3Data(`0123456789ABCDEF0123456789ABCDEF012345678901234${placeholder}`, "created");
  const body = { name: `made-${placeholder}`, data, ...ids, is_anonymous: false };
  return { method: "POST", path: "/api/block_documents/", body: JSON.stringify(body) };
}

/** As the client does on `save(overwrite=True)`; the secret differs each time. */
async function updateRequests(call, indexes, { block_schema_id }) {
  const names = indexes.map(nameOf);
  const found = [];
  for (let at = 0; at < names.length; at += 200) {
    const body = { block_documents: { name: { any_: names.slice(at, at + 200) } }, limit: 200 };
    const { text } = await call({ method: "POST", path: filterPath, body: JSON.stringify(body) });
    found.push(...JSON.parse(text));
  }
  assert.equal(found.length, names.length);
  return found.map(({ id, name }) => {
    const data = s3Data(`0123456789ABCDEF0123456789ABCDEF012345678901234${placeholder}`, name.slice(-7));
    const body = JSON.stringify({ data, block_schema_id, merge_existing_data: true });
    return { method: "PATCH", path: `/api/block_documents/${id}`, body };
  });
}

async function checkLoad(call, index) {
  const { name, data } = await readByName(call, index);
  assert.deepEqual({ name, data }, { name: nameOf(index), data: dataOf(index) });
}

async function checkFilter(call) {
  const { status, text } = await call(filterCase({}).requests[0]);
  const documents = JSON.parse(text);
  assert.equal(status, 200);
  assert.deepEqual(
    documents.map(({ name }) => name),
    spread(50, 50).map(nameOf),
  );
  assert.ok(!text.includes(dataOf(0).aws_secret_access_key), "a list shows no secret");
}

async function checkCreate(call, { requests: [request] }) {
  const { status, text } = await call(numbered(request, 0));
  assert.equal(status, 201, text);
  assert.equal(JSON.parse(text).data.aws_secret_access_key, "********");
  const path = `/api/block_documents/${JSON.parse(text).id}?include_secrets=true`;
  const stored = JSON.parse((await call({ method: "GET", path })).text);
  assert.deepEqual(stored.data, JSON.parse(numbered(request, 0).body).data);
}

async function checkUpdate(call, { requests }, index) {
  const request = numbered(requests[0], 1);
  assert.equal((await call(request)).status, 204);
  const stored = JSON.parse(
    (await call({ method: "GET", path: `${request.path}?include_secrets=true` })).text,
  );
  assert.deepEqual(stored.data, JSON.parse(request.body).data);
  // As it was: the first document is also the sample of load.
  const body = JSON.stringify({ data: dataOf(index) });
  assert.equal((await call({ method: "PATCH", path: request.path, body })).status, 204);
}

/** Answers of ours, cut where the floor puts in what it has read. */
async function readSamples(call, cases, index) {
  const texts = {};
  for (const name of ["load", "filter", "create"]) {
    texts[name] = (await call(numbered(cases[name].requests[0], 2))).text;
  }
  const rows = JSON.parse(texts.filter).map((row) => [row.block_type_id, cut(JSON.stringify(row), row.name)]);
  const sizes = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text.length]));
  return {
    load: cut(texts.load, JSON.stringify(dataOf(index))),
    filter: Object.fromEntries(rows),
    create: cut(texts.create, JSON.parse(texts.create).name),
    sizes: { ...sizes, update: 0 },
  };
}

async function readByName(call, index) {
  const { status, text } = await call({ method: "GET", path: loadPath(index) });
  assert.equal(status, 200, text);
  return JSON.parse(text);
}

/** Up to `most` numbers below `count`, evenly spread. */
function spread(count, most) {
  const length = Math.min(count, most);
  return Array.from({ length }, (_, at) => Math.floor((at * count) / length));
}
