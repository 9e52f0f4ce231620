import { isJsonObject, type Json } from "@/lib/json";
import { otherOptions, readOptions } from "@/lib/paste/command-options";
import { factsOf, onlySource, type PasteSource, type PasteSources } from "@/lib/paste/facts";
import { shellWords } from "@/lib/paste/shell-words";

const start = /^\s*(?:[$#>]\s+)?(?:sudo\s+)?(?:docker|podman|nerdctl)\s+login(?:\s+|$)/i;
const known = new Set(["-u", "--username", "-p", "--password"]);
const mostRegistries = 50;

/** `docker login -u user -p password registry.example.com`. */
export function readDockerLogin(text: string): PasteSources | undefined {
  const [prefix] = start.exec(text) ?? [];
  if (prefix === undefined) return undefined;
  const { options, plain } = readOptions(shellWords(text.slice(prefix.length)), known);
  return onlySource(
    factsOf({
      "registry.username": options.get("-u") ?? options.get("--username"),
      "registry.password": options.get("-p") ?? options.get("--password"),
      "registry.url": plain[0],
    }),
    otherOptions(options, known),
  );
}

/** `~/.docker/config.json`: one source for each registry whose sign-in stands in it. */
export function readDockerConfig(value: Json): PasteSources | undefined {
  const auths = isJsonObject(value) ? value.get("auths") : undefined;
  if (!isJsonObject(auths)) return undefined;
  const [first, ...others] = [...auths]
    .slice(0, mostRegistries)
    .flatMap(([registry, auth]) => toSource(registry, auth));
  return first && [first, ...others];
}

function toSource(registry: string, auth: Json): readonly PasteSource[] {
  if (!isJsonObject(auth)) return [];
  const [username, password] = readBasic(auth.get("auth"));
  const facts = factsOf({
    "registry.url": registry,
    "registry.username": username ?? textOf(auth.get("username")),
    "registry.password": password ?? textOf(auth.get("password")),
  });
  return facts.has("registry.password") ? [{ label: registry, facts, ignored: [] }] : [];
}

/** User and password, joined by a colon, in Base64. */
function readBasic(auth: Json | undefined): readonly [string, string] | readonly [] {
  if (typeof auth !== "string") return [];
  try {
    const bytes = Uint8Array.from(atob(auth), (character) => character.charCodeAt(0));
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const colon = text.indexOf(":");
    return colon < 0 ? [] : [text.slice(0, colon), text.slice(colon + 1)];
  } catch {
    return [];
  }
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}
