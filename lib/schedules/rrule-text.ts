// Recurrence rules as clients write them (RFC 5545 in python-dateutil's dialect), read strictly. All their dates are wall
// times of the schedule's time zone, whatever "Z" or TZID says: that is how Prefect reads them.
import type { WallMicros } from "@/lib/schedules/wall-time";

const frequencies = ["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY"] as const;
type Frequency = (typeof frequencies)[number];

const numberLists = [
  "BYSETPOS",
  "BYMONTH",
  "BYMONTHDAY",
  "BYYEARDAY",
  "BYWEEKNO",
  "BYHOUR",
  "BYMINUTE",
  "BYSECOND",
] as const;
type NumberList = (typeof numberLists)[number];

const listBounds: Readonly<Record<NumberList, readonly [lowest: number, highest: number]>> = {
  BYSETPOS: [-366, 366],
  BYMONTH: [1, 12],
  BYMONTHDAY: [-31, 31],
  BYYEARDAY: [-366, 366],
  BYWEEKNO: [-53, 53],
  BYHOUR: [0, 23],
  BYMINUTE: [0, 59],
  BYSECOND: [0, 59],
};

export type RecurrenceRule = {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly count: number | null;
  readonly until: WallMicros | null;
  /** "MO", or "-1FR" for the last Friday. */
  readonly weekdays: readonly string[];
  readonly weekStart: string;
  readonly lists: Readonly<Partial<Record<NumberList, readonly number[]>>>;
};

export type RecurrenceSet = {
  readonly start: WallMicros;
  readonly rules: readonly RecurrenceRule[];
  readonly excludedRules: readonly RecurrenceRule[];
  readonly dates: readonly WallMicros[];
  readonly excludedDates: readonly WallMicros[];
};

export type RecurrenceReading = { readonly set: RecurrenceSet } | { readonly fault: string };

const longest = 6500;
const mostRules = 10;
/** Such a rule is counted from its start each time. */
const mostCounted = 10_000;
/** Where rules without DTSTART begin: midnight of 1 January 2020. */
const defaultStart = (Date.UTC(2020, 0, 1) * 1000) as WallMicros;

class Unreadable extends Error {}

/** Reads a recurrence rule, or a set of them with DTSTART, RDATE, EXDATE and EXRULE lines. */
export function readRecurrence(text: string): RecurrenceReading {
  if (text.length > longest) return { fault: `It has ${text.length} characters, more than ${longest}.` };
  try {
    return { set: readLines(text.toUpperCase().split(/\s+/).filter(Boolean)) };
  } catch (error) {
    if (error instanceof Unreadable) return { fault: error.message };
    throw error;
  }
}

function readLines(lines: readonly string[]): RecurrenceSet {
  const found = { RRULE: [], EXRULE: [], RDATE: [], EXDATE: [], DTSTART: [] } satisfies Record<
    string,
    string[]
  >;
  const texts: Record<string, string[]> = found;
  for (const line of lines) {
    const colon = line.indexOf(":");
    const [name = ""] = colon < 0 ? ["RRULE"] : line.slice(0, colon).split(";");
    const values = texts[name];
    if (!values) throw new Unreadable(`${name} is none of ${Object.keys(found).join(", ")}.`);
    values.push(line.slice(colon + 1));
  }
  const starts = found.DTSTART.flatMap(readDates);
  if (starts.length > 1) throw new Unreadable("DTSTART may be given once.");
  const set = {
    start: starts[0] ?? defaultStart,
    rules: found.RRULE.map(readRule),
    excludedRules: found.EXRULE.map(readRule),
    dates: found.RDATE.flatMap(readDates),
    excludedDates: found.EXDATE.flatMap(readDates),
  };
  if (set.rules.length + set.excludedRules.length > mostRules) {
    throw new Unreadable(`It has more than ${mostRules} rules.`);
  }
  if (set.rules.length + set.dates.length === 0) throw new Unreadable("It has no RRULE and no RDATE.");
  return set;
}

function readRule(text: string): RecurrenceRule {
  const parts = new Map(text.split(";").map(splitPart));
  const frequency = frequencies.find((name) => name === parts.get("FREQ"));
  if (!frequency) throw new Unreadable(`FREQ must be one of ${frequencies.join(", ")}.`);
  const until = parts.get("UNTIL");
  return {
    frequency,
    interval: readCount(parts, "INTERVAL") ?? 1,
    count: readCount(parts, "COUNT"),
    until: until === undefined ? null : readDate(until),
    weekdays: readWeekdays(parts, frequency),
    weekStart: readWeekStart(parts),
    lists: readLists(parts),
  };
}

const otherParts = new Set(["FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYWEEKDAY", "WKST"]);

function splitPart(part: string): [string, string] {
  const [name = "", value = "", ...more] = part.split("=");
  if (!(otherParts.has(name) || name in listBounds)) {
    const known = [...otherParts, ...Object.keys(listBounds)].filter((known) => known !== "BYWEEKDAY");
    throw new Unreadable(`${name === "" ? "An empty part" : name} is none of ${known.join(", ")}.`);
  }
  if (value === "" || more.length > 0) throw new Unreadable(`${name} needs one value after "=".`);
  return [name, value];
}

function readCount(parts: ReadonlyMap<string, string>, name: "INTERVAL" | "COUNT"): number | null {
  const text = parts.get(name);
  if (text === undefined) return null;
  const most = name === "COUNT" ? mostCounted : 1_000_000_000;
  if (!/^\d{1,10}$/.test(text) || Number(text) < 1 || Number(text) > most) {
    throw new Unreadable(`${name} must be a whole number from 1 to ${most}.`);
  }
  return Number(text);
}

const weekdayPattern = /^(?:([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)|(MO|TU|WE|TH|FR|SA|SU)\(([+-]?\d{1,2})\))$/;

function readWeekdays(parts: ReadonlyMap<string, string>, frequency: Frequency): readonly string[] {
  const text = parts.get("BYDAY") ?? parts.get("BYWEEKDAY");
  if (text === undefined) return [];
  const isCounted = frequency === "YEARLY" || frequency === "MONTHLY";
  return text.split(",").map((item) => {
    const match = weekdayPattern.exec(item);
    if (!match) throw new Unreadable(`"${item}" in BYDAY is no weekday such as MO or -1FR.`);
    const position = match[1] ?? match[4];
    if (position !== undefined && Number(position) === 0) {
      throw new Unreadable(`"${item}" in BYDAY counts weekdays from 1 or from -1.`);
    }
    // A position has a meaning within months and years only; elsewhere clients' library leaves it out too.
    return `${position !== undefined && isCounted ? Number(position) : ""}${match[2] ?? match[3]}`;
  });
}

function readWeekStart(parts: ReadonlyMap<string, string>): string {
  const text = parts.get("WKST") ?? "MO";
  if (!/^(MO|TU|WE|TH|FR|SA|SU)$/.test(text)) throw new Unreadable("WKST must be a weekday such as MO.");
  return text;
}

function readLists(parts: ReadonlyMap<string, string>): RecurrenceRule["lists"] {
  const lists: Partial<Record<NumberList, readonly number[]>> = {};
  for (const name of numberLists) {
    const text = parts.get(name);
    if (text === undefined) continue;
    const [lowest, highest] = listBounds[name];
    const numbers = text.split(",").map((item) => (/^[+-]?\d{1,3}$/.test(item) ? Number(item) : Number.NaN));
    const isZeroed = lowest < 0 && numbers.includes(0);
    if (isZeroed || numbers.some((number) => !(number >= lowest && number <= highest))) {
      const except = lowest < 0 ? ", without 0" : "";
      throw new Unreadable(`${name} must hold whole numbers from ${lowest} to ${highest}${except}.`);
    }
    lists[name] = [...new Set(numbers)];
  }
  return lists;
}

function readDates(text: string): readonly WallMicros[] {
  return text.split(",").map(readDate);
}

const datePattern = /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d):?(\d\d)Z?)?$/;

function readDate(text: string): WallMicros {
  const numbers = (datePattern.exec(text) ?? []).slice(1).map((part) => Number(part ?? 0));
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = numbers;
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  const isReal =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!isReal || hour > 23 || minute > 59 || second > 59) {
    throw new Unreadable(`"${text}" is no date such as 20261122T090000.`);
  }
  return (date.getTime() * 1000) as WallMicros;
}
