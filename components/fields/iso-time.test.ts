import { describe, expect, test } from "vitest";
import { fromPickerValue, readableDateTime, toPickerValue } from "@/components/fields/iso-time";

describe("a typed date-time reads back in words", () => {
  test.each([
    ["2026-05-03T14:00:00Z", "3 May 2026, 14:00:00 UTC"],
    ["2026-05-03T14:00+02:00", "3 May 2026, 14:00:00 UTC+02:00"],
    ["2026-05-03 14:00:59.123456-0530", "3 May 2026, 14:00:59 UTC-0530"],
    ["2026-05-03T14:00:00", "3 May 2026, 14:00:00, no time zone given: read as UTC"],
    ["0", "Seconds since 1970: 1 Jan 1970, 00:00:00 UTC"],
    ["1714740000000", "Milliseconds since 1970: 3 May 2024, 12:40:00 UTC"],
  ])("%s", (text, words) => expect(readableDateTime(text)).toBe(words));

  test.each(["tomorrow", "2026-05-03", "2026-13-40T99:00:00Z", ""])("%s cannot be read", (text) =>
    expect(readableDateTime(text)).toBeUndefined(),
  );
});

test("the picker shows what is typed, and nothing for what it cannot show", () => {
  expect(toPickerValue("date-time", "2026-05-03T14:00:00Z")).toBe("2026-05-03T14:00");
  expect(toPickerValue("date-time", "tomorrow")).toBe("");
  expect(toPickerValue("date", "2026-05-03")).toBe("2026-05-03");
  expect(toPickerValue("time", "07:30")).toBe("07:30");
  expect(toPickerValue("time", "7.30")).toBe("");
});

test("a picked date-time says its offset, a picked date or time has none", () => {
  expect(fromPickerValue("date-time", "2026-05-03T14:00")).toMatch(/^2026-05-03T14:00:00(Z|[+-]\d\d:\d\d)$/);
  expect(Date.parse(fromPickerValue("date-time", "2026-05-03T14:00"))).toBe(Date.parse("2026-05-03T14:00"));
  expect(fromPickerValue("date", "2026-05-03")).toBe("2026-05-03");
  expect(fromPickerValue("time", "07:30")).toBe("07:30");
});
