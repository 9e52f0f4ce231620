import { expect, test } from "vitest";
import { parseCatalogQuery, toCatalogPath } from "@/lib/blocks/catalog-query";

test("a state of the catalogue survives its URL", () => {
  const query = { text: "a & b=c", capability: "run-infrastructure" };
  const path = toCatalogPath(query);
  expect(path).toBe("/blocks/catalog?capability=run-infrastructure&q=a+%26+b%3Dc");
  const { searchParams } = new URL(path, "http://localhost");
  expect(parseCatalogQuery(Object.fromEntries(searchParams))).toEqual(query);
  expect(toCatalogPath({})).toBe("/blocks/catalog");
});

test("repeated, missing and endless parameters do no harm", () => {
  expect(parseCatalogQuery({ q: [" a ", "b"], capability: undefined })).toEqual({
    text: "a",
    capability: "",
  });
  expect(parseCatalogQuery({ q: "x".repeat(5000) }).text).toHaveLength(300);
});
