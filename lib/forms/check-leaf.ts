import type { DateTimeNode, FieldNode, NumberNode, TextNode } from "@/lib/forms/field-node";
import { inSentence, withArticle } from "@/lib/forms/labels";
import { parseNumber } from "@/lib/forms/parse-number";

// What is wrong with a single value, in words that say what to do. Undefined: nothing.

export function missingMessage(node: FieldNode): string {
  const label = node.label === "" ? "value" : node.label;
  switch (node.kind) {
    case "enum":
    case "reference":
      return `Choose ${withArticle(label)}.`;
    case "boolean":
      return `Choose on or off for ${inSentence(label)}.`;
    case "list":
      return `Add ${withArticle(node.itemLabel)}.`;
    case "dict":
      return `Add ${withArticle(node.entryLabel)}.`;
    case "group":
    case "union":
      return `Fill in ${inSentence(label)}.`;
    case "number":
      return `Enter ${withArticle(label)}, ${node.integer ? "a whole number" : "a number"}.`;
    case "datetime":
      return `Enter ${withArticle(label)}, for example ${node.example ?? dateExamples[node.format]}.`;
    case "text":
      return node.example === undefined
        ? `Enter ${withArticle(label)}.`
        : `Enter ${withArticle(label)}, for example ${node.example}.`;
    default:
      return `Enter ${withArticle(label)}.`;
  }
}

export function checkText(node: TextNode, text: string): string | undefined {
  const length = [...text].length;
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern } = node;
  if (length < minLength) return `Enter at least ${count(minLength, "character")}.`;
  if (length > maxLength) return `Shorten this to ${count(maxLength, "character")}; it has ${length}.`;
  if (pattern === undefined || new RegExp(pattern, "u").test(text)) return undefined;
  const example = node.example === undefined ? "" : `, for example ${node.example}`;
  return `Enter ${withArticle(node.label)} of the form ${pattern}${example}.`;
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}

export function checkNumber(node: NumberNode, text: string): string | undefined {
  const number = parseNumber(text);
  if (number === undefined)
    return node.integer ? "Enter a whole number." : "Enter a number, for example 1.5.";
  if (node.integer && !/^-?\d+$/.test(number.number)) return "Enter a whole number.";
  const value = Number(number.number);
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = node;
  const isWithin =
    value >= (minimum ?? value) &&
    value <= (maximum ?? value) &&
    value > (exclusiveMinimum ?? Number.NEGATIVE_INFINITY) &&
    value < (exclusiveMaximum ?? Number.POSITIVE_INFINITY);
  return isWithin && Number.isFinite(value) ? undefined : `Enter ${limitWords(node)}.`;
}

/** "0 or more", "more than 0 and at most 3600", "a smaller number". */
function limitWords({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: NumberNode): string {
  if (minimum !== undefined && maximum !== undefined) return `a number from ${minimum} to ${maximum}`;
  const words = [
    minimum === undefined
      ? []
      : [
          maximum === undefined && exclusiveMaximum === undefined
            ? `${minimum} or more`
            : `at least ${minimum}`,
        ],
    exclusiveMinimum === undefined ? [] : [`more than ${exclusiveMinimum}`],
    maximum === undefined ? [] : [`at most ${maximum}`],
    exclusiveMaximum === undefined ? [] : [`less than ${exclusiveMaximum}`],
  ].flat();
  return words.length > 0 ? words.join(" and ") : "a number that is not this large";
}

const dateExamples = {
  date: "2026-05-03",
  time: "14:30:00",
  "date-time": "2026-05-03T14:30:00Z",
} as const;
const dateNames = { date: "a date", time: "a time", "date-time": "a date and time" } as const;

const datePart = /^(\d{4})-(\d{2})-(\d{2})/;
const timePart = /(?:^|[Tt ])(\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?:Z|z|[+-]\d{2}:?\d{2})?$/;
const seconds = /^-?\d{1,17}(?:\.\d+)?$/;

/** ISO 8601, or the seconds since 1970 that Pydantic reads too. */
export function checkDate({ format }: DateTimeNode, text: string): string | undefined {
  const trimmed = text.trim();
  const hasDate = format === "time" ? !datePart.test(trimmed) : isDay(datePart.exec(trimmed));
  const rest = trimmed.replace(datePart, "");
  const hasTime = format === "date" ? rest === "" : isTime(timePart.exec(trimmed));
  const isSeconds = format === "date-time" && seconds.test(trimmed);
  if (isSeconds || (hasDate && hasTime && isWhole(format, rest))) return undefined;
  return `Enter ${dateNames[format]}, for example ${dateExamples[format]}.`;
}

/** Between date and time there is one T or space, nothing else. */
function isWhole(format: DateTimeNode["format"], rest: string): boolean {
  if (format === "date") return rest === "";
  return format === "time" ? /^\d{2}:/.test(rest) : /^[Tt ]\d{2}:/.test(rest);
}

function isDay(match: RegExpExecArray | null): boolean {
  if (!match) return false;
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function isTime(match: RegExpExecArray | null): boolean {
  if (!match) return false;
  const [hours = 0, minutes = 0, second = 0] = match.slice(1).map((part) => Number(part ?? 0));
  return hours < 24 && minutes < 60 && second < 60;
}
