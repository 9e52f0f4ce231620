import { MASK, Secret } from "@/lib/secrets/secret";
import { unquotedReason } from "@/lib/text/unquoted-reason";

// The last net: whoever logs a field of such a name by mistake logs eight asterisks.
const secretName =
  /pass(word|wd|phrase)?$|secret|token|credential|authorization|cookie|api_?key|access_?key|private_?key|encryption_?key|connection_?string|ciphertext|^(data|body)$/i;

const deepest = 6;

/** A copy that may be logged: Secrets by their class, then values by the name of their key; errors without their inputs. */
export function redact(value: unknown, depth = 0): unknown {
  if (Secret.is(value)) return MASK;
  if (typeof value === "bigint" || typeof value === "symbol") return String(value);
  if (typeof value === "function") return "[function]";
  if (typeof value !== "object" || value === null) return value;
  return depth < deepest ? redactObject(value, depth) : "[deeper]";
}

function redactObject(value: object, depth: number): unknown {
  if (value instanceof Error) return describeError(value, depth);
  if (value instanceof Date) return value.toISOString();
  if (ArrayBuffer.isView(value)) return "[bytes]";
  if (Array.isArray(value) || value instanceof Set) return [...value].map((item) => redact(item, depth + 1));
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  return Object.fromEntries(
    entries.map(([key, item]) => [String(key), redactField(String(key), item, depth)]),
  );
}

function redactField(name: string, value: unknown, depth: number): unknown {
  const isEmpty = value === null || value === undefined || typeof value === "boolean";
  if (isEmpty || !secretName.test(name)) return redact(value, depth + 1);
  return MASK;
}

/** Name, message, stack, code and cause. Never other properties: parsers and drivers put the input there. */
function describeError(error: Error, depth: number): Record<string, unknown> {
  const code = "code" in error && typeof error.code === "string" ? { code: error.code } : {};
  const cause = error.cause === undefined ? {} : { cause: redact(error.cause, depth + 1) };
  const message = messageOf(error);
  return { name: error.name, message, ...code, stack: stackOf(error, message), ...cause };
}

/** A SyntaxError quotes what could not be parsed: a request body, for one. */
function messageOf(error: Error): string {
  const isQuoting = error.name === "SyntaxError" || error instanceof SyntaxError;
  return isQuoting ? unquotedReason(error.message) : withoutParameters(error.message);
}

const codeLine = /^ {4}at .*(?::\d+:\d+|<anonymous>)\)?$/;

/** The stack begins with the message; where it holds another one, only its lines of code are kept. */
function stackOf(error: Error, message: string): string {
  const stack = error.stack ?? "";
  const start = stack.indexOf(error.message);
  if (start >= 0) return stack.slice(0, start) + message + stack.slice(start + error.message.length);
  return [error.name, ...stack.split("\n").filter((line) => codeLine.test(line))].join("\n");
}

/** Drizzle appends the values of a failed query to its message. */
function withoutParameters(text: string): string {
  return text.replace(/\nparams:[\s\S]*$/, "");
}
