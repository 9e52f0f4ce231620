import { expect, it } from "vitest";
import type { SecretDates } from "@/lib/blocks/model";
import { updateSecretDates } from "@/lib/blocks/secret-dates";
import { isJsonObject, type JsonObject, parseJson } from "@/lib/json";
import { createClock } from "@/lib/time";

const clock = createClock(() => 1000);
const [early, now] = [clock(), clock()];
const paths = [["key"], ["env", "*"], ["items", "token"], ["a/b~c"]];

function data(text: string): JsonObject {
  const json = parseJson(text);
  if (!isJsonObject(json)) throw new TypeError("data is an object");
  return json;
}

function update(dates: SecretDates, before: string | undefined, after: string): SecretDates {
  return updateSecretDates(dates, before === undefined ? undefined : data(before), data(after), paths, now);
}

it("a new block's secrets are dated, its plain values are not", () => {
  const fresh =
    '{"key":"s","plain":"o","env":{"A":"s","B":{"C":1}},"items":[{"token":"s","o":1},{}],"a/b~c":"s"}';
  expect(update({}, undefined, fresh)).toEqual({
    "/key": now,
    "/env/A": now,
    "/env/B/C": now,
    "/items/0/token": now,
    "/a~1b~0c": now,
  });
});

it("what stayed keeps its date, what changed gets a new one", () => {
  const dates = { "/key": early, "/env/A": early };
  expect(update(dates, '{"key":"s","env":{"A":"1"}}', '{"key":"s","env":{"A":"2","B":"3"}}')).toEqual({
    "/key": early,
    "/env/A": now,
    "/env/B": now,
  });
});

it("a date that was never known stays unknown while the secret stays", () => {
  expect(update({}, '{"key":"s"}', '{"key":"s","plain":1}')).toEqual({});
});

it("a secret that was cleared or removed has no date", () => {
  const dates = { "/key": early, "/env/A": early };
  expect(update(dates, '{"key":"s","env":{"A":"1"}}', '{"key":null,"env":{}}')).toEqual({});
  expect(update(dates, '{"key":"s","env":{"A":"1"}}', "{}")).toEqual({});
});

it("another notation of a number is a change", () => {
  expect(update({ "/key": early }, '{"key":1}', '{"key":1.0}')).toEqual({ "/key": now });
});
