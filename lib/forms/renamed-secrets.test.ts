import { expect, it } from "vitest";
import type { Edit } from "@/lib/forms/edit";
import { pathsOfRenamed } from "@/lib/forms/renamed-secrets";

const keep: Edit = { do: "keep" };
const rows = (...entries: readonly (readonly [from: string | null, key: string, edit?: Edit])[]): Edit => ({
  do: "rows",
  rows: entries.map(([from, key, edit = keep]) => ({ from, key, edit })),
});
const patch = (key: string, edit: Edit): Edit => ({ do: "patch", entries: [{ key, edit }] });

it("a secret goes along with its key", () => {
  const edit = patch("env", rows(["TOKEN", "API_TOKEN"], ["LEVEL", "LOG"], [null, "TOKEN"]));
  expect(pathsOfRenamed([["env", "TOKEN"]], edit)).toEqual([["env", "API_TOKEN"]]);
});

it("also below lists, in models, and in a dict that was renamed itself", () => {
  const items: Edit = {
    do: "items",
    items: [{ from: 0, edit: rows(["a", "b", patch("inner", rows(["x", "y"]))]) }],
  };
  expect(pathsOfRenamed([["list", "a", "inner", "x"]], patch("list", items))).toEqual([
    ["list", "b", "inner", "x"],
    ["list", "b", "inner", "y"],
  ]);
});

it("is nothing where no key changed, or what was renamed holds no secret", () => {
  expect(pathsOfRenamed([["env", "TOKEN"]], patch("env", rows(["TOKEN", "TOKEN"], ["A", "B"])))).toEqual([]);
  expect(pathsOfRenamed([["other"]], patch("env", rows(["A", "B"])))).toEqual([]);
  expect(pathsOfRenamed([], patch("env", rows(["A", "B"])))).toEqual([]);
});
