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
