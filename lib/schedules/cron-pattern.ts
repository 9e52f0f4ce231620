// Cron texts as Prefect's clients write them (croniter's dialect), read into the pattern that the croner library runs.
// The dialects differ: here seconds come sixth and years seventh, ranges may wrap ("fri-mon"), "5/10" is "from 5 on",
// "L5" is the last Friday.

/** `pattern` in croner's order (seconds first), or why the text is not understood. */
export type CronReading = { readonly pattern: string } | { readonly fault: string };

type Field = {
  readonly title: string;
  readonly lowest: number;
  readonly highest: number;
  readonly names: readonly string[];
};

const minutes: Field = { title: "minute", lowest: 0, highest: 59, names: [] };
const hours: Field = { title: "hour", lowest: 0, highest: 23, names: [] };
const days: Field = { title: "day of the month", lowest: 1, highest: 31, names: [] };
const months: Field = {
  title: "month",
  lowest: 1,
  highest: 12,
  names: ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
};
const weekdays: Field = {
  title: "day of the week",
  lowest: 0,
  highest: 6,
  names: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"],
};
const seconds: Field = { title: "second", lowest: 0, highest: 59, names: [] };
const years: Field = { title: "year", lowest: 1970, highest: 2099, names: [] };

/** What the nicknames stand for. */
export const cronNicknames: ReadonlyMap<string, string> = new Map([
  ["@midnight", "0 0 * * *"],
  ["@hourly", "0 * * * *"],
  ["@daily", "0 0 * * *"],
  ["@weekly", "0 0 * * 0"],
  ["@monthly", "0 0 1 * *"],
  ["@yearly", "0 0 1 1 *"],
  ["@annually", "0 0 1 1 *"],
]);

const longest = 1000;

class Unreadable extends Error {}

/** Reads a cron text of 5 to 7 fields, or a nickname such as "@daily". */
export function readCron(text: string): CronReading {
  if (text.length > longest) return { fault: `It has more than ${longest} characters.` };
  const lower = text.trim().toLowerCase();
  const parts = (cronNicknames.get(lower) ?? lower).split(/\s+/);
  if (parts.length < 5 || parts.length > 7) return { fault: countFault(lower, parts.length) };
  try {
    return { pattern: toPattern(parts) };
  } catch (error) {
    if (error instanceof Unreadable) return { fault: error.message };
    throw error;
  }
}

function countFault(text: string, count: number): string {
  if (text.startsWith("@")) return `Known nicknames are ${[...cronNicknames.keys()].join(", ")}.`;
  const found = text === "" ? "none" : String(count);
  return `It needs 5 fields (minute, hour, day, month, weekday), optionally seconds and years after them, and has ${found}.`;
}

function toPattern(parts: readonly string[]): string {
  const [minute = "", hour = "", day = "", month = "", weekday = "", second = "0", year] = parts;
  const ordered = [
    values(second, seconds),
    values(minute, minutes),
    values(hour, hours),
    monthDays(day),
    values(month, months),
    weekDays(weekday),
    ...(year === undefined ? [] : [values(year, years)]),
  ];
  return ordered.join(" ");
}

function monthDays(text: string): string {
  if (text === "?") return "*";
  const nearest = /^(?:(\d+)w|w(\d+))$/.exec(text);
  if (nearest) return `${number(nearest[1] ?? nearest[2] ?? "", days)}W`;
  const [last, others] = partition(text.split(","), (item) => item === "l");
  if (last.length === 0) return values(text, days);
  return [...(others.length > 0 ? [values(others.join(","), days)] : []), "L"].join(",");
}

function weekDays(text: string): string {
  if (text === "?") return "*";
  const [special, plain] = partition(text.split(","), (item) => /#|^l\d$/.test(item));
  if (special.length === 0) return values(text, weekdays);
  if (plain.length > 0) {
    throw new Unreadable('Weekdays such as "fri#2" or "L5" cannot stand beside plain weekdays.');
  }
  return special.flatMap(nthWeekdays).join(",");
}

function nthWeekdays(item: string): readonly string[] {
  const last = /^l(\d)$/.exec(item);
  if (last) return [`${number(last[1] ?? "", weekdays)}#L`];
  const nth = /^([^#]+)#([1-5])$/.exec(item);
  if (!nth) throw new Unreadable(`"${item}" is no weekday of a month such as "fri#2" (the second Friday).`);
  return numbers(nth[1] ?? "", weekdays).map((weekday) => `${weekday}#${nth[2]}`);
}

/** A list of numbers, or "*" for all when the text says so. */
function values(text: string, field: Field): string {
  if (text === "*") return "*";
  const found = new Set(text.split(",").flatMap((item) => numbers(item, field)));
  return [...found].sort((a, b) => a - b).join(",");
}

function numbers(item: string, field: Field): readonly number[] {
  const [range = "", stepText, ...more] = item.split("/");
  const step = stepText === undefined ? 1 : Number(stepText);
  if (more.length > 0 || !Number.isInteger(step) || step < 1 || stepText === "") {
    throw new Unreadable(`"${item}" has no whole number of at least 1 after its slash.`);
  }
  if (range === "*") return steps(field.lowest, field.highest, step);
  const [low = "", high, ...tail] = range.split("-");
  if (tail.length > 0) throw unknown(item, field);
  const first = number(low, field);
  if (high === undefined) return stepText === undefined ? [first] : steps(first, field.highest, step);
  return between(first, high === "l" && field === days ? field.highest : number(high, field), step, field);
}

/** "mon-mon" is the whole week; "fri-mon" goes on at the start, keeping its step. */
function between(first: number, last: number, step: number, field: Field): readonly number[] {
  if (first === last) return steps(field.lowest, field.highest, step);
  if (first < last) return steps(first, last, step);
  const upper = steps(first, field.highest, step);
  const left = field.highest - (upper.at(-1) ?? first);
  return [...upper, ...steps(field.lowest + (left < step ? step - left - 1 : 0), last, step)];
}

function steps(first: number, last: number, step: number): readonly number[] {
  const count = Math.max(0, Math.floor((last - first) / step) + 1);
  return Array.from({ length: count }, (_, index) => first + index * step);
}

function number(text: string, field: Field): number {
  const named = field.names.indexOf(text);
  if (named >= 0) return named + field.lowest;
  if (!/^\d+$/.test(text)) throw unknown(text, field);
  const value = field === weekdays && text === "7" ? 0 : Number(text);
  if (value >= field.lowest && value <= field.highest) return value;
  throw new Unreadable(
    `The ${field.title} ${text} is not between ${field.lowest} and ${field === weekdays ? 7 : field.highest}.`,
  );
}

function unknown(text: string, field: Field): Unreadable {
  return new Unreadable(
    text === "" ? `The ${field.title} has an empty part.` : `"${text}" is no ${field.title}.`,
  );
}

function partition(items: readonly string[], test: (item: string) => boolean): [string[], string[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}
