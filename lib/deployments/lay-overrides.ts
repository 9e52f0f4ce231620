import type { ShownValue } from "@/lib/blocks/shown-value";
import { showFreeValue } from "@/lib/blocks/shown-value";
import { hideCredentials } from "@/lib/deployments/hide-credentials";
import { isJsonObject, type Json, type JsonObject } from "@/lib/json";
import { isCredentialName } from "@/lib/secrets/credential-name";
import { maskCredentials } from "@/lib/secrets/mask-credentials";

/** One value of the infrastructure: what the block says, and what the deployment puts in its place. */
export type InfrastructureRow = {
  /** "env.LOG_LEVEL": the path as overrides write it. */
  readonly key: string;
  /** Null: the block does not set it. */
  readonly block: ShownValue | null;
  /** Null: the block's value holds. */
  readonly override: ShownValue | null;
  /** Why agents cannot use the override. */
  readonly problem?: string;
};

type BlockSetting = { readonly key: string; readonly value: ShownValue };

/**
 * The deployment's overrides on top of the block's values, the way agents lay them: one after the other, a dot in a key
 * leads into an object, which has to be there, and the last part of the key is replaced as a whole. `settings` are the
 * block's values as pages show them, `data` is read for its shape alone.
 */
export function layOverrides(
  settings: readonly BlockSetting[],
  data: JsonObject,
  overrides: JsonObject,
): readonly InfrastructureRow[] {
  const effective = mutableCopy(data);
  const rows = new Map<string, InfrastructureRow>();
  for (const [key, value] of overrides) {
    const path = key.split(".");
    const parent = objectAt(effective, path.slice(0, -1));
    parent?.set(path.at(-1) ?? "", isJsonObject(value) ? mutableCopy(value) : value);
    const found = blockValueAt(settings, path);
    const name = path.find(isCredentialName) ?? path.at(-1) ?? "";
    const block = found && hideCredentials(name, found);
    const isHidden = block?.kind === "secret" && value !== null;
    rows.set(key, {
      key,
      block,
      override: isHidden ? { kind: "secret", changed: null } : showGiven(name, value),
      ...(!parent && { problem: problemOf(path) }),
    });
  }
  return [...rows.values(), ...settings.flatMap((setting) => untouchedRows(setting, rows))];
}

function showGiven(key: string, value: Json): ShownValue {
  const masked = maskCredentials(new Map([[key, value]]));
  return showFreeValue(masked instanceof Map ? (masked.get(key) ?? null) : null);
}

type MutableJson = Json | Map<string, MutableJson>;

/** Only objects are copied: nothing else is written to. */
function mutableCopy(object: JsonObject): Map<string, MutableJson> {
  return new Map([...object].map(([key, item]) => [key, isJsonObject(item) ? mutableCopy(item) : item]));
}

function objectAt(
  from: Map<string, MutableJson>,
  path: readonly string[],
): Map<string, MutableJson> | undefined {
  let at = from;
  for (const key of path) {
    const next = at.get(key);
    if (!(next instanceof Map)) return undefined;
    at = next;
  }
  return at;
}

function problemOf(path: readonly string[]): string {
  const parent = path.slice(0, -1).join(".");
  return `The block sets no ${parent}, so agents cannot put ${path.at(-1)} into it and runs fail to start. Set ${parent} in the block, or override ${parent} as a whole.`;
}

function blockValueAt(settings: readonly BlockSetting[], path: readonly string[]): ShownValue | null {
  const [first, ...rest] = path;
  let value = settings.find(({ key }) => key === first)?.value ?? null;
  for (const key of rest) {
    if (value?.kind === "secret") return value;
    value =
      value?.kind === "entries"
        ? (value.entries.find((entry) => entry.isKey && entry.label === key)?.value ?? null)
        : null;
  }
  return value;
}

/** What of a block's setting no override touches; the entries of an object as rows of their own. */
function untouchedRows(
  { key, value }: BlockSetting,
  rows: ReadonlyMap<string, unknown>,
): readonly InfrastructureRow[] {
  if (rows.has(key)) return [];
  if (value.kind !== "entries" || !value.entries.every(({ isKey }) => isKey)) {
    return [{ key, block: hideCredentials(key, value), override: null }];
  }
  return value.entries
    .map((entry) => ({
      key: `${key}.${entry.label}`,
      block: hideCredentials(isCredentialName(key) ? key : entry.label, entry.value),
      override: null,
    }))
    .filter((row) => !rows.has(row.key));
}
