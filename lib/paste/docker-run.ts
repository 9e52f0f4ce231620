import { isJsonArray, isJsonObject, type Json } from "@/lib/json";
import { type FactName, type Facts, factsOf, onlySource, type PasteSources } from "@/lib/paste/facts";
import { shellWords } from "@/lib/paste/shell-words";

const start =
  /^\s*(?:[$#>]\s+)?(?:sudo\s+)?(?:docker|podman|nerdctl)(?:\.exe)?\s+(?:container\s+)?(?:run|create)(?=\s+\S)/i;

/** Flags that stand alone; every other one takes a value. */
const switches = new Set(
  "d detach i interactive t tty P publish-all q quiet rm init privileged read-only no-healthcheck oom-kill-disable sig-proxy help".split(
    " ",
  ),
);

type Run = {
  readonly said: Partial<Record<FactName, Json>>;
  readonly lists: Record<"docker.volumes" | "docker.networks", string[]>;
  readonly env: Map<string, string>;
  readonly labels: Map<string, string>;
  readonly ignored: string[];
};

/** A `docker run` command: what it says about the container, and which of its flags say nothing to a block. */
export function readDockerRun(text: string): PasteSources | undefined {
  const [prefix] = start.exec(text) ?? [];
  if (prefix === undefined) return undefined;
  const words = [...shellWords(text.slice(prefix.length))];
  const run: Run = {
    said: {},
    lists: { "docker.volumes": [], "docker.networks": [] },
    env: new Map(),
    labels: new Map(),
    ignored: [],
  };
  while (words[0]?.startsWith("-")) {
    const word = words.shift() ?? "";
    if (word === "--") break;
    if (word.startsWith("--")) readLong(run, word.slice(2), words);
    else readShort(run, word.slice(1), words);
  }
  return onlySource(containerFacts(run, words), [...new Set(run.ignored)]);
}

/** The first word behind the flags is the image, the others its command. */
function containerFacts(run: Run, [image, ...command]: readonly string[]): Facts {
  const { env, labels, lists } = run;
  const said = {
    ...run.said,
    ...lists,
    "docker.image": image,
    "docker.command": command,
    "docker.env": env,
    "docker.labels": labels,
  };
  const facts = [...factsOf(said)].filter(([, value]) => !isEmpty(value));
  return new Map(facts);
}

function isEmpty(value: Json): boolean {
  return isJsonObject(value) ? value.size === 0 : isJsonArray(value) && value.length === 0;
}

/** `--name x`, `--name=x`, `--rm`. */
function readLong(run: Run, word: string, words: string[]): void {
  const at = word.indexOf("=");
  const name = at < 0 ? word : word.slice(0, at);
  if (switches.has(name)) turn(run, name, at < 0 || word.slice(at + 1) !== "false");
  else take(run, name, at < 0 ? (words.shift() ?? "") : word.slice(at + 1));
}

/** `-it`, `-p 80:80`, `-m512m`, `-e=A=1`. */
function readShort(run: Run, cluster: string, words: string[]): void {
  const letter = cluster.charAt(0);
  const rest = cluster.slice(1);
  if (switches.has(letter)) {
    turn(run, letter, true);
    if (rest !== "") readShort(run, rest.slice(0, 64), words);
  } else {
    take(run, letter, rest === "" ? (words.shift() ?? "") : rest.replace(/^=/, ""));
  }
}

/** How a container is started by hand says nothing about the container: no word is lost on it. */
const interactive = new Set([
  "d",
  "detach",
  "i",
  "interactive",
  "t",
  "tty",
  "q",
  "quiet",
  "help",
  "sig-proxy",
]);

function turn(run: Run, name: string, isOn: boolean): void {
  if (name === "rm") run.said["docker.autoRemove"] = isOn;
  else if (name === "privileged") run.said["docker.privileged"] = isOn;
  else if (!interactive.has(name)) run.ignored.push(flag(name));
}

function take(run: Run, name: string, value: string): void {
  const reader = readers[name];
  if (reader === undefined || !reader(run, value)) run.ignored.push(flag(name));
}

function flag(name: string): string {
  return name.length === 1 ? `-${name}` : `--${name}`;
}

type Reader = (run: Run, value: string) => boolean;

const readEnv: Reader = (run, value) => addEntry(run.env, value, run.ignored, "--env");
const readLabel: Reader = (run, value) => addEntry(run.labels, value, run.ignored, "--label");
const readVolume: Reader = (run, value) => run.lists["docker.volumes"].push(value) > 0;
const readMemory: Reader = (run, value) => set(run, "docker.memory", sizeOf(value));

const readers: Readonly<Record<string, Reader | undefined>> = Object.assign(Object.create(null), {
  e: readEnv,
  env: readEnv,
  l: readLabel,
  label: readLabel,
  v: readVolume,
  volume: readVolume,
  mount: (run: Run, value: string) => {
    const volume = volumeOf(value);
    return volume !== undefined && readVolume(run, volume);
  },
  network: readNetwork,
  net: readNetwork,
  name: (run: Run, value: string) => set(run, "docker.name", value),
  m: readMemory,
  memory: readMemory,
  "memory-swap": (run: Run, value: string) => set(run, "docker.memorySwap", sizeOf(value)),
} satisfies Record<string, Reader>);

function set(run: Run, name: FactName, value: Json): boolean {
  run.said[name] = value;
  return true;
}

/** Without a value the shell's own one counts, which a block cannot know. */
function addEntry(entries: Map<string, string>, text: string, ignored: string[], name: string): boolean {
  const at = text.indexOf("=");
  if (at > 0) entries.set(text.slice(0, at), text.slice(at + 1));
  else ignored.push(`${name} ${text} without a value`);
  return true;
}

function readNetwork(run: Run, value: string): boolean {
  if (/^(?:host|bridge|none|default)$|^container:/.test(value)) return set(run, "docker.networkMode", value);
  return run.lists["docker.networks"].push(value) > 0;
}

/** A plain number is a number of bytes. */
function sizeOf(value: string): Json {
  return /^-?\d+$/.test(value) ? { number: String(BigInt(value)) } : value;
}

/** `type=bind,source=/srv,target=/data,readonly` as `-v` writes it; other mounts have no short form. */
function volumeOf(mount: string): string | undefined {
  const options = new Map(
    mount.split(",").map((option) => {
      const at = option.indexOf("=");
      return at < 0 ? [option, ""] : [option.slice(0, at), option.slice(at + 1)];
    }),
  );
  const source = options.get("source") ?? options.get("src");
  const target = options.get("target") ?? options.get("destination") ?? options.get("dst");
  if (source === undefined || target === undefined || options.get("type") === "tmpfs") return undefined;
  const isReadOnly = options.has("readonly") || options.has("ro");
  return `${source}:${target}${isReadOnly ? ":ro" : ""}`;
}
