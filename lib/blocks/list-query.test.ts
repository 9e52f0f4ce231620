import { describe, expect, test } from "vitest";
import {
  isFiltered,
  parseListQuery,
  toBlockSearch,
  toDocumentSort,
  toListPath,
} from "@/lib/blocks/list-query";

const defaults = { text: "", type: "", capability: "", sort: "updated", page: 1 };

describe("the state of the list in the URL", () => {
  test("an empty URL is the whole list, last updated first", () => {
    expect(parseListQuery({})).toEqual(defaults);
    expect(isFiltered(parseListQuery({}))).toBe(false);
    expect(toDocumentSort("updated")).toBe("updated_desc");
  });

  test("every part is read, and written back as the same URL", () => {
    const query = parseListQuery({
      q: " log test ",
      type: "s3",
      capability: "read-path",
      sort: "name",
      page: "3",
    });
    expect(query).toEqual({ text: "log test", type: "s3", capability: "read-path", sort: "name", page: 3 });
    expect(toListPath(query)).toBe("/blocks?q=log+test&type=s3&capability=read-path&sort=name&page=3");
    expect(toBlockSearch(query)).toEqual({ text: "log test", typeSlugs: ["s3"], capability: "read-path" });
  });

  test("defaults do not stand in the URL", () => {
    expect(toListPath(parseListQuery({ q: "", sort: "updated", page: "1" }))).toBe("/blocks");
  });

  test("special characters survive the way through the URL", () => {
    const path = toListPath({ text: "a&b=c#d %/ü" });
    expect(Object.fromEntries(new URL(path, "http://localhost").searchParams)).toEqual({ q: "a&b=c#d %/ü" });
  });

  test.each(["0", "-1", "1.5", "abc", "", "99999999999999999999", "1e3", " "])(
    "page %j counts as the first one",
    (page) => expect(parseListQuery({ page }).page).toBe(1),
  );

  test("garbage counts as absent and nothing is thrown", () => {
    expect(parseListQuery({ sort: "random", unknown: "x", page: ["x"], q: [] })).toEqual(defaults);
    expect(parseListQuery({ sort: "__proto__" }).sort).toBe("updated");
  });

  test("of a repeated parameter the first counts", () => {
    expect(parseListQuery({ type: ["s3", "gcs"] }).type).toBe("s3");
  });

  test("an overlong text is cut", () => {
    expect(parseListQuery({ q: "x".repeat(10_000) }).text).toHaveLength(300);
  });
});
