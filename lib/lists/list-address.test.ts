import { expect, test } from "vitest";
import { pageOf, readPage, readParam, toPath } from "@/lib/lists/list-address";

test("a parameter given twice counts once, blanks around it do not, and endless ones are cut", () => {
  expect(readParam({ q: ["  a ", "b"] }, "q")).toBe("a");
  expect(readParam({}, "q")).toBe("");
  expect(readParam({ q: "x".repeat(1000) }, "q")).toHaveLength(300);
});

test("a page that makes no sense is the first one", () => {
  for (const page of ["", "0", "-1", "1e3", "x", "1.5"]) expect(readPage({ page })).toBe(1);
  expect(readPage({ page: "7" })).toBe(7);
  expect(readPage({ page: "9999999" })).toBe(1_000_000);
});

test("the path leaves out what is empty and the first page", () => {
  expect(toPath("/x", { q: "", sort: undefined, page: 1 })).toBe("/x");
  expect(toPath("/x", { q: "a b&c", page: 2 })).toBe("/x?q=a+b%26c&page=2");
});

test("the last page stands for all that come after it, and an empty list has one page", () => {
  expect(pageOf(0, 50, 3)).toEqual({ page: 1, pageCount: 1, slice: { limit: 50, offset: 0 } });
  expect(pageOf(101, 50, 9)).toEqual({ page: 3, pageCount: 3, slice: { limit: 50, offset: 100 } });
});
