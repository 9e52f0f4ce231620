import { DomainError, type ErrorCode } from "@/lib/errors";
import type { Json } from "@/lib/json";
import { toWireValue, type WireValue } from "@/lib/wire/print-wire";

/** What a route answers. No body is an empty body. */
export type Answer = {
  readonly status: number;
  readonly body?: WireValue;
  readonly headers?: Readonly<Record<string, string>>;
};

/** One fault of a request in Prefect's words: where, what, and a machine-readable kind. */
export type RequestFault = {
  readonly loc: readonly (string | number)[];
  readonly msg: string;
  readonly type: string;
  readonly ctx?: WireValue;
};

const statusByCode = {
  invalid: 422,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  bad_request: 400,
  too_large: 413,
  // The state of a block that only a person can mend: clients repeat a 503 in vain for a minute.
  unreadable: 409,
  unavailable: 503,
} as const satisfies Record<ErrorCode, number>;

export function failure(status: number, detail: string, headers?: Answer["headers"]): Answer {
  return { status, body: { detail }, ...(headers ? { headers } : {}) };
}

/** `echo`: the request's body as received, without what may be secret; null when there is none to show. */
export function invalidRequest(faults: readonly RequestFault[], echo: Json): Answer {
  const detail = faults.map(({ loc, msg, type, ctx }) => ({
    loc,
    msg,
    type,
    ...(ctx === undefined ? {} : { ctx }),
  }));
  const body = {
    exception_message: "Invalid request received.",
    exception_detail: detail,
    request_body: toWireValue(echo),
  };
  return { status: 422, body };
}

/** An error of the domain as an answer; undefined when the error is none of ours and the request therefore a 500. */
export function toErrorAnswer(error: unknown, echo: Json): Answer | undefined {
  if (!DomainError.is(error)) return undefined;
  if (error.code === "unauthorized") return { status: 401, body: { exception_message: "Unauthorized" } };
  if (error.code !== "invalid" || error.issues.length === 0) {
    return failure(statusByCode[error.code], error.message);
  }
  const faults = error.issues.map((issue) => ({
    loc: ["body", ...issue.path],
    msg: issue.message,
    type: "value_error",
  }));
  return invalidRequest(faults, echo);
}

export const internalError: Answer = {
  status: 500,
  body: { exception_message: "Internal Server Error" },
};
