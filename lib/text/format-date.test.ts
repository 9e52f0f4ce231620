import { describe, expect, test } from "vitest";
import { formatAge, formatDate, formatExactTime, toIsoTime } from "@/lib/text/format-date";
import type { Micros } from "@/lib/time";

const at = (iso: string) => (Date.parse(iso) * 1000) as Micros;

describe("dates", () => {
  test("a date is written out, without leading zero and with three letters for each month", () => {
    expect(formatDate(at("2026-05-03T23:59:59Z"))).toBe("3 May 2026");
    expect(formatDate(at("2025-09-09T00:00:00Z"))).toBe("9 Sep 2025");
  });

  test("the exact time names its zone", () => {
    expect(formatExactTime(at("2026-05-03T04:05:09.181Z"))).toBe("3 May 2026, 04:05:09 UTC");
    expect(toIsoTime(at("2026-05-03T04:05:09.181Z"))).toBe("2026-05-03T04:05:09.181Z");
  });

  test("an age is said under seven days only, and a clock that runs ahead gives no negative age", () => {
    const now = at("2026-05-10T12:00:00Z");
    expect(formatAge(at("2026-05-10T12:00:30Z"), now)).toBe("Just now");
    expect(formatAge(at("2026-05-10T11:59:01Z"), now)).toBe("Just now");
    expect(formatAge(at("2026-05-10T11:55:00Z"), now)).toBe("5 min ago");
    expect(formatAge(at("2026-05-10T10:00:00Z"), now)).toBe("2 h ago");
    expect(formatAge(at("2026-05-03T12:00:01Z"), now)).toBe("6 d ago");
    expect(formatAge(at("2026-05-03T12:00:00Z"), now)).toBe("3 May 2026");
  });
});
