import type { z } from "zod";
import type { RequestFault } from "@/lib/api/errors";
import type { WireValue } from "@/lib/wire/print-wire";

type ZodIssue = z.core.$ZodIssue;
type Place = "body" | "query" | "path";

/** Faults found by zod in the words of Prefect 2.20. Needs issues reported with their input. */
export function toRequestFaults(issues: readonly ZodIssue[], place: Place): readonly RequestFault[] {
  return issues.flatMap((issue) => {
    const path = issue.path.map((part) => (typeof part === "number" ? part : String(part)));
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({ loc: [place, ...path, key], ...unknownKey }));
    }
    return [{ loc: [place, ...path], ...explain(issue) }];
  });
}

const unknownKey = { msg: "extra fields not permitted", type: "value_error.extra" };
export const missing = { msg: "field required", type: "value_error.missing" };
const isNull = { msg: "none is not an allowed value", type: "type_error.none.not_allowed" };

type Description = Omit<RequestFault, "loc">;

const wrongTypes: Readonly<Record<string, Description>> = {
  string: { msg: "str type expected", type: "type_error.str" },
  number: { msg: "value is not a valid integer", type: "type_error.integer" },
  boolean: { msg: "value could not be parsed to a boolean", type: "type_error.bool" },
  array: { msg: "value is not a valid list", type: "type_error.list" },
  object: { msg: "value is not a valid dict", type: "type_error.dict" },
};

function explain(issue: ZodIssue): Description {
  if (isTypeFault(issue) && issue.input === undefined) return missing;
  if (isTypeFault(issue) && issue.input === null) return isNull;
  if (issue.code === "invalid_type") return wrongTypes[issue.expected] ?? fallback(issue);
  if (issue.code === "invalid_value") return explainEnum(issue.values.map(String));
  if (issue.code === "too_small") {
    const ctx = { limit_value: Number(issue.minimum) };
    const msg = `ensure this value is greater than or equal to ${issue.minimum}`;
    return { msg, type: "value_error.number.not_ge", ctx };
  }
  return fallback(issue);
}

/** Whether it is the kind of the value that is wrong: nothing at all is then a fault of its own. */
function isTypeFault(issue: ZodIssue): boolean {
  if (issue.code === "invalid_type" || issue.code === "invalid_value") return true;
  const { type } = paramsOf(issue);
  return type.startsWith("type_error") || type === "value_error.datetime";
}

function explainEnum(values: readonly string[]): Description {
  const permitted = values.map((value) => `'${value}'`).join(", ");
  return {
    msg: `value is not a valid enumeration member; permitted: ${permitted}`,
    type: "type_error.enum",
    ctx: { enum_values: values },
  };
}

function fallback(issue: ZodIssue): Description {
  return { msg: issue.message, ...paramsOf(issue) };
}

/** What a field of lib/wire says of its own fault. */
function paramsOf(issue: ZodIssue): { readonly type: string; readonly ctx?: WireValue } {
  const params = issue.code === "custom" ? issue.params : undefined;
  const type = params?.["type"];
  const ctx = params?.["ctx"];
  return { type: typeof type === "string" ? type : "value_error", ...(ctx === undefined ? {} : { ctx }) };
}
