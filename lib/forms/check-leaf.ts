import type { DateTimeNode, FieldNode, NumberNode, TextNode } from "@/lib/forms/field-node";
import { inSentence, withArticle } from "@/lib/forms/labels";
import { isMultipleOf, parseNumber } from "@/lib/forms/parse-number";
import { matchesPattern } from "@/lib/forms/patterns";
import type { JsonNumber } from "@/lib/json";

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
    case "duration":
      return `Enter ${withArticle(label)}, for example ${node.example ?? durationExample}.`;
    case "dict":
      return `Add ${withArticle(node.entryLabel)}.`;
    case "group":
    case "tuple":
    case "recursive":
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
  if (!matchesFormat(node, text)) return formatMessages[node.format ?? "uri"];
  if (pattern === undefined || matchesPattern(pattern, text)) return undefined;
  const example = node.example === undefined ? "" : `, for example ${node.example}`;
  return `Enter ${withArticle(node.label)} of the form ${pattern}${example}.`;
}

const formatMessages = {
  uuid: "Enter a UUID, for example 3fa85f64-5717-4562-b3fc-2c963f66afa6.",
  email: "Enter an e-mail address, for example data@example.com.",
  uri: "Enter a URL with its scheme, for example https://example.com.",
} as const;

/** As lenient as Pydantic: an unusual notation is no fault. */
const formats = {
  uuid: /^\s*(urn:uuid:)?\{?[0-9a-f]{8}(-?[0-9a-f]{4}){3}-?[0-9a-f]{12}\}?\s*$/i,
  email: /^[^@]+@[^@\s]+$/,
  uri: /^\s*[a-z][a-z0-9+.-]*:/i,
} as const;

/** An empty text has a length to be judged by. */
function matchesFormat({ format }: TextNode, text: string): boolean {
  return format === undefined || text === "" || formats[format].test(text);
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}

export function checkNumber(node: NumberNode, text: string): string | undefined {
  const number = parseNumber(text);
  if (number === undefined)
    return node.integer ? "Enter a whole number." : "Enter a number, for example 1.5.";
  if (node.integer && !isMultipleOf(number, "1")) return "Enter a whole number.";
  const value = Number(number.number);
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = node;
  const isWithin =
    value >= (minimum ?? value) &&
    value <= (maximum ?? value) &&
    value > (exclusiveMinimum ?? Number.NEGATIVE_INFINITY) &&
    value < (exclusiveMaximum ?? Number.POSITIVE_INFINITY);
  if (!isWithin || !Number.isFinite(value)) return `Enter ${limitWords(node)}.`;
  return checkMultiple(node, number);
}

function checkMultiple({ multipleOf }: NumberNode, number: JsonNumber): string | undefined {
  if (multipleOf === undefined || isMultipleOf(number, multipleOf)) return undefined;
  return `Enter a multiple of ${multipleOf}.`;
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

const durationExample = "PT1H30M";
const isoDuration =
  /^[+-]?P(?!$)(\d+(?:[.,]\d+)?Y)?(\d+(?:[.,]\d+)?M)?(\d+(?:[.,]\d+)?W)?(\d+(?:[.,]\d+)?D)?(T(?=\d)(\d+(?:[.,]\d+)?H)?(\d+(?:[.,]\d+)?M)?(\d+(?:[.,]\d+)?S)?)?$/i;
const clockDuration = /^[+-]?(?:\d+(?: ?d(?:ays?)?)?,? ?)?(?:\d{1,10}:)?[0-5]?\d:[0-5]?\d(?:\.\d{1,9})?$/i;
const secondsDuration = /^[+-]?\d{1,15}(?:\.\d*)?$/;

/** ISO 8601, days and clock time, or seconds: what Pydantic reads. */
export function checkDuration(text: string): string | undefined {
  const trimmed = text.trim();
  const isDuration = [isoDuration, clockDuration, secondsDuration].some((form) => form.test(trimmed));
  return isDuration
    ? undefined
    : `Enter a length of time, for example ${durationExample} or a number of seconds.`;
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
  const isSeconds = seconds.test(trimmed);
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
