import { beforeEach, describe, expect, it } from "vitest";
import { openTestApi, type TestApi } from "@/lib/testing/test-api";

const missing = { loc: ["body"], msg: "field required", type: "value_error.missing" };
const notAnObject = { loc: ["body"], msg: "value is not a valid dict", type: "type_error.dict" };
let api: TestApi;
beforeEach(async () => {
  api = await openTestApi();
});

async function refusalOf(path: string, body: string | undefined, headers = {}) {
  const { status, json } = await api.call("POST", path, body, headers);
  expect(status).toBe(422);
  expect(Object.keys(json)).toEqual(["exception_message", "exception_detail", "request_body"]);
  return json;
}

describe("bodies that cannot be read", () => {
  it("nothing and null are a missing body", async () => {
    for (const body of [undefined, "null"]) {
      expect(await refusalOf("/block_types/", body)).toMatchObject({
        exception_detail: [missing],
        request_body: null,
      });
    }
  });

  it.each(['"hi"', "5", "true", "[1.0,2]"])("%s is no object and comes back as sent", async (body) => {
    const { text } = await api.call("POST", "/block_types/", body);
    expect(text).toContain(`"request_body":${body}}`);
    expect((await refusalOf("/block_types/", body)).exception_detail).toEqual([notAnObject]);
  });

  it.each([
    ["{'a':1}", 1, "Expecting property name enclosed in double quotes"],
    ['{"name": ', 9, "Expecting value"],
    ['{"a" 1}', 5, "Expecting ':' delimiter"],
    ['{"a":1 "b"', 7, "Expecting ',' delimiter"],
    ["[1,]", 3, "Expecting value"],
    ['{"a":1}}', 7, "Extra data"],
    ['"abc', 0, "Unterminated string starting at"],
    ['"a\nb"', 2, "Invalid control character at"],
    ['"\\x"', 1, "Invalid \\escape"],
    ['"\\u12"', 2, "Invalid \\uXXXX escape"],
    ["01", 1, "Extra data"],
    ["NaN", 0, "Expecting value"],
    [" ", 1, "Expecting value"],
  ])("%j is located at %i: %s", async (body, position, reason) => {
    const { exception_detail: detail, request_body: echo } = await refusalOf("/block_types/", body);
    expect(echo).toBe(body);
    expect(detail).toHaveLength(1);
    expect(detail[0]).toMatchObject({
      loc: ["body", position],
      type: "value_error.jsondecode",
      ctx: { msg: reason, doc: body, pos: position },
    });
    expect(detail[0].msg).toMatch(new RegExp(`^.* line \\d+ column \\d+ \\(char ${position}\\)$`));
  });

  it("counts lines and columns from one", async () => {
    const { exception_detail: detail } = await refusalOf("/block_types/", '{\n "a": x}');
    expect(detail[0].ctx).toMatchObject({ pos: 8, lineno: 2, colno: 7 });
  });

  it("bytes that are no UTF-8 are a 400", async () => {
    const bytes = new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d]);
    const { status, json } = await api.call("POST", "/block_types/", bytes);
    expect([status, json]).toEqual([400, { detail: "There was an error parsing the body" }]);
  });

  it("only JSON is read, or what has no type", async () => {
    const body = '{"name":"T","slug":"t"}';
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "application/jsonx"]) {
      const refusal = await refusalOf("/block_types/", body, { "content-type": type });
      expect(refusal).toMatchObject({ exception_detail: [notAnObject], request_body: body });
    }
    const read = await api.call("POST", "/block_types/", body, {
      "content-type": "application/vnd.api+json; charset=utf-8",
    });
    expect(read.status).toBe(201);
  });

  it("nesting has a limit, everywhere", async () => {
    const deep = `{"fields":${"[".repeat(600)}${"]".repeat(600)}}`;
    for (const path of ["/block_types/", "/block_schemas/", "/block_documents/", "/block_documents/filter"]) {
      const { status, json } = await api.call("POST", path, deep);
      expect([status, json.detail]).toEqual([400, expect.stringContaining("500 levels")]);
    }
    const text = JSON.stringify({ name: "T", slug: "t", description: "[".repeat(600) });
    expect((await api.call("POST", "/block_types/", text)).status).toBe(201);
  });
});
