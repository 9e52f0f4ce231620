import { expect, test } from "vitest";
import { toWireTimestamp } from "@/lib/time";
import { instant, readTimestamp } from "@/lib/wire/instant";

const noon = Date.UTC(2026, 1, 1, 12) * 1000;

test.each([
  ["2026-02-01T12:00:00+00:00", noon],
  ["2026-02-01T12:00:00Z", noon],
  ["2026-02-01 12:00:00", noon],
  ["2026-02-01T12:00", noon],
  ["2026-02-01T14:00:00+02:00", noon],
  ["2026-02-01T07:00:00-0500", noon],
  ["2026-02-01T12:00:00.5+00:00", noon + 500_000],
  ["2026-02-01T12:00:00.000001Z", noon + 1],
  ["2026-02-01T12:00:00.123456789Z", noon + 123_456],
  ["2026-02-01", noon - 12 * 3600 * 1_000_000],
])("%s is read to the microsecond", (text, micros) => {
  expect(readTimestamp(text)).toBe(micros);
});

test("what was answered is read back as the same time", () => {
  const at = readTimestamp("1969-12-31T23:59:59.999999Z");
  expect(at).toBe(-1);
  expect(at !== undefined && toWireTimestamp(at)).toBe("1969-12-31T23:59:59.999999+00:00");
});

test.each([
  "",
  "tomorrow",
  "2026-13-01T00:00:00Z",
  "2026-02-01T25:00:00Z",
  "12:00:00",
  "2026-02-01T12:00:00+1",
])("%j is no time", (text) => {
  expect(readTimestamp(text)).toBeUndefined();
  expect(instant().safeParse(text).success).toBe(false);
});

test("numbers are seconds since 1970, large ones milliseconds; nothing else is a time", () => {
  expect(instant().parse(noon / 1_000_000)).toBe(noon);
  expect(instant().parse(noon / 1000)).toBe(noon);
  for (const value of [null, true, {}, [], Number.NaN, 1e30])
    expect(instant().safeParse(value).success).toBe(false);
});

test("times are in the years 1 to 9999, as in Python, and can be answered again", () => {
  for (const text of ["0001-01-01T00:00:00.000000+00:00", "9999-12-31T00:00:00.000000+00:00"]) {
    expect(toWireTimestamp(instant().parse(text))).toBe(text);
  }
  const last = instant().parse("9999-12-31T23:59:59.999999");
  expect(toWireTimestamp(last)).toBe("9999-12-31T23:59:59.999968+00:00");
  for (const value of ["0000-12-31T23:59:59Z", -62_135_596_800_001, 253_402_300_800_000]) {
    expect(instant().safeParse(value).success).toBe(false);
  }
});
