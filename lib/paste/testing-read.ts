// What a text says, as plain values to compare, for the tests of this folder.
import type { Json } from "@/lib/json";
import type { FactName } from "@/lib/paste/facts";
import { recognise } from "@/lib/paste/recognise";

type Plain = null | string | number | boolean | readonly Plain[] | { readonly [key: string]: Plain };

function plain(value: Json): Plain {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, item]) => [key, plain(item)]));
  if (Array.isArray(value)) return value.map(plain);
  return typeof value === "object" && value !== null && "number" in value
    ? Number(value.number)
    : (value as Plain);
}

export async function read(text: string) {
  const found = await recognise(text);
  return {
    format: found?.format,
    sources: found?.sources.map(({ label, facts, ignored }) => ({
      label,
      ignored,
      facts: Object.fromEntries([...facts].map(([name, value]) => [name, plain(value)])),
    })),
  };
}

export async function facts(text: string): Promise<Partial<Record<FactName, Plain>>> {
  return (await read(text)).sources?.[0]?.facts ?? {};
}
