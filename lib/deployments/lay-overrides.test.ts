import { expect, test } from "vitest";
import type { ShownValue } from "@/lib/blocks/shown-value";
import { layOverrides } from "@/lib/deployments/lay-overrides";
import { type JsonObject, parseJson } from "@/lib/json";

const object = (text: string) => parseJson(text) as JsonObject;
const text = (value: string): ShownValue => ({ kind: "text", text: value });
const env: ShownValue = {
  kind: "entries",
  entries: [
    { label: "A", isKey: true, value: text("1") },
    { label: "TOKEN", isKey: true, value: { kind: "secret", changed: null } },
  ],
};
const settings = [
  { key: "env", value: env },
  { key: "image", value: text("old") },
];
const data = object('{"env":{"A":"1","TOKEN":"s3cret"},"image":"old"}');

test("a dotted key replaces one entry and leaves the others as the block has them", () => {
  const rows = layOverrides(settings, data, object('{"env.A":"2","image":"new"}'));
  expect(rows).toEqual([
    { key: "env.A", block: text("1"), override: text("2") },
    { key: "image", block: text("old"), override: text("new") },
    { key: "env.TOKEN", block: { kind: "secret", changed: null }, override: null },
  ]);
});

test("an object replaces the block's object as a whole, so its other entries do not show", () => {
  const rows = layOverrides(settings, data, object('{"env":{"B":"3"}}'));
  expect(rows.map(({ key }) => key)).toEqual(["env", "image"]);
  expect(rows[0]?.override).toEqual({
    kind: "entries",
    entries: [{ label: "B", isKey: true, value: text("3") }],
  });
});

test("a dotted key into an earlier override of the same object finds it", () => {
  const [, second] = layOverrides([], object("{}"), object('{"env":{"B":"3"},"env.C":"4"}'));
  expect(second).toEqual({ key: "env.C", block: null, override: text("4") });
});

test("a dotted key into an object that the block does not have is named as what agents cannot do", () => {
  const [row] = layOverrides([], object("{}"), object('{"env.X":"1"}'));
  expect(row?.problem).toMatch(/^The block sets no env, .*Set env in the block/);
});

test("a value of the block that reads like a credential is masked though nobody marked it", () => {
  const value: ShownValue = {
    kind: "entries",
    entries: [{ label: "PW", isKey: true, value: text("hunter2") }],
  };
  const rows = layOverrides([{ key: "env", value }], object('{"env":{"PW":"hunter2"}}'), object("{}"));
  expect(rows).toEqual([{ key: "env.PW", block: { kind: "secret", changed: null }, override: null }]);
});

test("what replaces a secret, and what reads like one, is masked", () => {
  const rows = layOverrides(settings, data, object('{"env.TOKEN":"plain","env.DB_PASSWORD":"hunter2"}'));
  expect(JSON.stringify(rows)).not.toMatch(/plain|hunter2|s3cret/);
});
