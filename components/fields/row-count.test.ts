import { expect, test } from "vitest";
import { rowCount } from "@/components/fields/row-count";

test("rows are counted by what one of them is called", () => {
  expect(rowCount(1, "entry")).toBe("1 entry");
  expect(rowCount(2, "entry")).toBe("2 entries");
  expect(rowCount(3, "variable")).toBe("3 variables");
  expect(rowCount(2, "key")).toBe("2 keys");
  expect(rowCount(0, "address")).toBe("0 addresses");
});
