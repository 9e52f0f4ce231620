import { isJsonArray, isJsonObject, type Json } from "@/lib/json";
import { factsOf, type PasteSource, type PasteSources } from "@/lib/paste/facts";

const mostContexts = 200;

/** A kubeconfig: one source for each of its contexts, the current one first. */
export function readKubeconfig(value: Json): PasteSources | undefined {
  if (!isJsonObject(value)) return undefined;
  const contexts = value.get("contexts");
  const clusters = value.get("clusters");
  if (value.get("kind") !== "Config" && !(isJsonArray(clusters) && isJsonArray(contexts))) return undefined;
  const current = value.get("current-context");
  const sources = (isJsonArray(contexts) ? contexts : [])
    .slice(0, mostContexts)
    .flatMap((context) => toSource(value, context));
  const names = new Set<string>();
  const unique = sources.filter(({ label }) => !names.has(label) && names.add(label));
  unique.sort((a, b) => Number(b.label === current) - Number(a.label === current));
  const [first, ...others] = unique;
  return first
    ? [first, ...others]
    : [{ label: "", facts: factsOf({ "kubernetes.config": value }), ignored: [] }];
}

function toSource(config: Json, entry: Json): readonly PasteSource[] {
  const name = isJsonObject(entry) ? entry.get("name") : undefined;
  if (!isJsonObject(entry) || typeof name !== "string" || name === "") return [];
  const context = entry.get("context");
  const namespace = isJsonObject(context) ? context.get("namespace") : undefined;
  const facts = factsOf({
    "kubernetes.config": config,
    "kubernetes.contextName": name,
    "kubernetes.namespace": typeof namespace === "string" ? namespace : undefined,
  });
  return [{ label: name, facts, ignored: [] }];
}
