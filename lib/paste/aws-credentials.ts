import { type FactName, factsOf, type PasteSource, type PasteSources } from "@/lib/paste/facts";

const header = /^\[\s*(?:profile\s+)?"?([^\]"]{1,200}?)"?\s*\]$/;
const entry = /^([A-Za-z_][\w.-]*)\s*=\s*(.*)$/;

const factOfKey: ReadonlyMap<string, FactName> = new Map([
  ["aws_access_key_id", "aws.accessKeyId"],
  ["aws_secret_access_key", "aws.secretAccessKey"],
  ["aws_session_token", "aws.sessionToken"],
  ["aws_security_token", "aws.sessionToken"],
  ["region", "aws.region"],
  ["endpoint_url", "aws.endpointUrl"],
]);
const mostProfiles = 100;

/** The files `~/.aws/credentials` and `~/.aws/config`: one source for each profile that holds a key. */
export function readAwsCredentials(text: string): PasteSources | undefined {
  const profiles = readProfiles(text);
  if (!profiles) return undefined;
  const [first, ...others] = [...profiles]
    .filter(([, entries]) => entries.has("aws_access_key_id") || entries.has("aws_secret_access_key"))
    .slice(0, mostProfiles)
    .map(([label, entries]) => toSource(label, entries));
  return first && [first, ...others];
}

type Profiles = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Undefined when a line is neither a header nor an entry. A profile that stands twice is one. */
function readProfiles(text: string): Profiles | undefined {
  const profiles = new Map<string, Map<string, string>>();
  let profile = "";
  let isInGroup = false;
  for (const line of text.split(/\r?\n/)) {
    const row = readRow(line);
    if (row === "nothing") continue;
    if (row === undefined) return undefined;
    if ("header" in row) profile = row.header;
    // Indented entries belong to a group of settings such as `s3 =`.
    else if (!(isInGroup && row.isIndented)) {
      const entries = profiles.get(profile) ?? new Map<string, string>();
      profiles.set(profile, entries.set(row.key, row.value));
      isInGroup = row.value === "";
    }
  }
  return profiles;
}

type Row =
  | "nothing"
  | { readonly header: string }
  | { readonly key: string; readonly value: string; readonly isIndented: boolean };

function readRow(line: string): Row | undefined {
  const row = line.trim();
  if (row === "" || row.startsWith("#") || row.startsWith(";")) return "nothing";
  const name = header.exec(row)?.[1];
  if (name !== undefined) return { header: name };
  const [, key, value] = entry.exec(row) ?? [];
  if (key === undefined || value === undefined) return undefined;
  return { key, value: value.trim(), isIndented: /^\s/.test(line) };
}

function toSource(label: string, entries: ReadonlyMap<string, string>): PasteSource {
  const said: Partial<Record<FactName, string>> = {};
  const ignored: string[] = [];
  for (const [key, value] of entries) {
    const fact = factOfKey.get(key);
    if (fact === undefined) ignored.push(key);
    else said[fact] = value;
  }
  return { label, facts: withFsspecSettings(factsOf(said)), ignored };
}

/** The same keys as s3fs names them, for file systems that take settings instead of fields. */
export function withFsspecSettings(facts: PasteSource["facts"]): PasteSource["facts"] {
  const key = facts.get("aws.accessKeyId");
  const secret = facts.get("aws.secretAccessKey");
  const token = facts.get("aws.sessionToken");
  if (key === undefined && secret === undefined) return facts;
  const settings = new Map(
    Object.entries({ key, secret, token }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as const],
    ),
  );
  return new Map([...facts, ["aws.fsspecSettings", settings]]);
}
