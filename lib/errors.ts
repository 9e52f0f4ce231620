/** What can go wrong for a reason that the person outside can act on. HTTP statuses are mapped in lib/api/errors.ts. */
export type ErrorCode =
  | "invalid"
  | "unauthorized"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "bad_request"
  | "too_large"
  | "unreadable"
  | "unavailable";

/** One fault in an input: `path` from its root, `message` a sentence that names the remedy. */
export type Issue = {
  readonly path: readonly (string | number)[];
  readonly message: string;
  /** The block that stands in the way, so that a page can link to it. */
  readonly blockId?: string;
};

// The server bundle and Next's bundle each hold a copy of this file, so `instanceof` would miss.
const brand = Symbol.for("blockyard.DomainError");

/** An error whose message is meant for people outside; `cause` is for the log only. */
export class DomainError extends Error {
  readonly [brand] = true;
  readonly code: ErrorCode;
  readonly issues: readonly Issue[];

  constructor(
    code: ErrorCode,
    publicMessage: string,
    options: { cause?: unknown; issues?: readonly Issue[] } = {},
  ) {
    super(publicMessage, options.cause === undefined ? {} : { cause: options.cause });
    this.name = "DomainError";
    this.code = code;
    this.issues = options.issues ?? [];
  }

  static is(value: unknown): value is DomainError {
    return typeof value === "object" && value !== null && brand in value;
  }
}
