import type { JsonNumber } from "@/lib/json";

const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const typedNumber = /^([+-]?)(\d*)(?:\.(\d*))?((?:[eE][+-]?\d+)?)$/;

/** A number as typed. What JSON can write stays as it is (`1.0`, 60 digits); `.5`, `+5` and `007` are put right. */
export function parseNumber(text: string): JsonNumber | undefined {
  const trimmed = text.trim();
  if (jsonNumber.test(trimmed)) return { number: trimmed };
  const [, sign, whole = "", fraction = "", exponent = ""] = typedNumber.exec(trimmed) ?? [];
  if (sign === undefined || (whole === "" && fraction === "")) return undefined;
  const digits = whole.replace(/^0+(?=\d)/, "") || "0";
  return { number: `${sign === "-" ? "-" : ""}${digits}${fraction === "" ? "" : `.${fraction}`}${exponent}` };
}

/** Beyond this many digits nobody asks for a multiple. */
const maxDigits = 400;

/** Exactly, in decimal digits: 0.3 is a multiple of 0.1. Beyond any sensible size the answer is yes. */
export function isMultipleOf({ number }: JsonNumber, step: string): boolean {
  const [value, unit] = [digitsOf(number), digitsOf(step)];
  if (!value || !unit || unit.digits === 0n) return true;
  const exponent = Math.min(value.exponent, unit.exponent);
  const scaled = ({ digits, exponent: own }: Digits) => digits * 10n ** BigInt(own - exponent);
  return scaled(value) % scaled(unit) === 0n;
}

type Digits = { readonly digits: bigint; readonly exponent: number };

function digitsOf(number: string): Digits | undefined {
  const [, sign = "", whole = "0", fraction = "", power = "0"] =
    /^([+-]?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(number) ?? [];
  const exponent = Number(power) - fraction.length;
  if (whole.length + fraction.length > maxDigits || Math.abs(exponent) > maxDigits) return undefined;
  return { digits: BigInt(`${sign === "-" ? "-" : ""}${whole}${fraction}`), exponent };
}
