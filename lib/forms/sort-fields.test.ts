import { expect, it } from "vitest";
import { compileForm } from "@/lib/forms/compile";
import { asObject } from "@/lib/forms/testing-sample";

const text = { type: "string" };
const fields = {
  properties: { group: { type: "object", properties: { a: text, b: text, c: text } }, c: text },
};

it("orders the fields of a plain model by the overlay of their paths, apart from those of the form", () => {
  const { fields: nodes } = compileForm(asObject(fields), {
    c: { position: 1 },
    "group.b": { position: 1 },
  });
  expect(nodes.map(({ key }) => key)).toEqual(["c", "group"]);
  const group = nodes[1];
  expect(group?.kind === "group" && group.fields.map(({ key }) => key)).toEqual(["b", "a", "c"]);
});
