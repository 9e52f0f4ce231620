import { isBlockTypeName } from "@/lib/blocks/names";

/** The fields of the form of a queue or a pool. */
export type QueueField = "name" | "limit" | "priority" | "description";
/** As they were typed. */
export type QueueInput = Readonly<Record<QueueField, string>>;
export type QueueFaults = Partial<Readonly<Record<QueueField, string>>>;

export type ParsedQueueInput = {
  readonly name: string;
  /** Null: no limit. */
  readonly limit: number | null;
  /** Null: none was given. */
  readonly priority: number | null;
  readonly description: string;
};

const longest = { name: 200, description: 2_000 } as const;
const largest = 1_000_000;

/** Reads what somebody typed; each fault says what to do. */
export function parseQueueInput(
  input: QueueInput,
):
  | { readonly ok: true; readonly value: ParsedQueueInput }
  | { readonly ok: false; readonly faults: QueueFaults } {
  const limit = readCount(input.limit, 0);
  const priority = readCount(input.priority, 1);
  const name = input.name.trim();
  const all: Readonly<Record<QueueField, string | undefined>> = {
    name: faultOfName(name),
    limit: limit === undefined ? "Enter a whole number from 0, or leave it empty for no limit." : undefined,
    priority: priority === undefined ? "Enter a whole number from 1." : undefined,
    description:
      input.description.length > longest.description
        ? `Shorten it to ${longest.description} characters.`
        : undefined,
  };
  const faults = Object.fromEntries(Object.entries(all).filter(([, fault]) => fault !== undefined));
  if (limit === undefined || priority === undefined || Object.keys(faults).length > 0) {
    return { ok: false, faults };
  }
  return { ok: true, value: { name, limit, priority, description: input.description.trim() } };
}

function faultOfName(name: string): string | undefined {
  if (name === "") return "Enter a name, for example test.";
  if (name.length > longest.name) return `Shorten the name to ${longest.name} characters.`;
  return isBlockTypeName(name) ? undefined : "Leave out the characters / % & < and >.";
}

/** Null when empty, undefined when it is no such number. */
function readCount(text: string, smallest: number): number | null | undefined {
  const digits = text.trim();
  if (digits === "") return null;
  const value = /^\d{1,7}$/.test(digits) ? Number(digits) : Number.NaN;
  return value >= smallest && value <= largest ? value : undefined;
}
