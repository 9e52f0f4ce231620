import { type ParsedText, parseJsonText } from "@/lib/forms/json-text";
import type { Json } from "@/lib/json";
import { readAwsCredentials } from "@/lib/paste/aws-credentials";
import { readAzureConnectionString } from "@/lib/paste/azure-connection-string";
import { readDatabaseUrl } from "@/lib/paste/database-url";
import { readDockerConfig, readDockerLogin } from "@/lib/paste/docker-login";
import { readDockerRun } from "@/lib/paste/docker-run";
import { readEnvLines } from "@/lib/paste/env-lines";
import type { PasteSources } from "@/lib/paste/facts";
import type { FormatName } from "@/lib/paste/formats";
import { readGitUrl } from "@/lib/paste/git-url";
import { readKubeconfig } from "@/lib/paste/kubeconfig";
import { readObjectUrl } from "@/lib/paste/object-url";
import { readServiceAccount } from "@/lib/paste/service-account";
import { readSmbPath } from "@/lib/paste/smb-path";

/** What a text was found to be. `text` is what was pasted, for fields that hold it as a whole. */
export type Recognised = {
  readonly format: FormatName;
  readonly text: string;
  readonly sources: PasteSources;
};

/** Longer texts are none of the formats. */
const maxLength = 256 * 1024;

/** Of one text, the first that fits counts. */
const readText: readonly (readonly [FormatName, (text: string) => PasteSources | undefined])[] = [
  ["docker-run", readDockerRun],
  ["docker-login", readDockerLogin],
  ["object-url", readObjectUrl],
  ["database-url", readDatabaseUrl],
  ["git-url", readGitUrl],
  ["smb-path", readSmbPath],
  ["azure-connection-string", readAzureConnectionString],
  ["aws-credentials", readAwsCredentials],
  ["env-lines", readEnvLines],
];
const readValue: readonly (readonly [FormatName, (value: Json) => PasteSources | undefined])[] = [
  ["service-account", readServiceAccount],
  ["docker-config", readDockerConfig],
  ["kubeconfig", readKubeconfig],
];

/** Finds out what a text is. Never throws; undefined for what is none of the formats. YAML is loaded when it is needed. */
export async function recognise(pasted: string): Promise<Recognised | undefined> {
  if (pasted.length > maxLength) return undefined;
  const text = pasted.replace(/^\uFEFF/, "");
  const value = await parseStructure(text);
  if (value !== undefined) return firstOf(readValue, value, text);
  return firstOf(readText, text, text);
}

function firstOf<Input>(
  readers: readonly (readonly [FormatName, (input: Input) => PasteSources | undefined])[],
  input: Input,
  text: string,
): Recognised | undefined {
  for (const [format, read] of readers) {
    const sources = read(input);
    if (sources) return { format, text, sources };
  }
  return undefined;
}

/** The JSON or YAML of a text that looks like an object of one of the formats. */
async function parseStructure(text: string): Promise<Json | undefined> {
  if (/^\s*\{/.test(text)) return valueIn(parseJsonText(text));
  if (!/^(?:clusters|contexts):/m.test(text)) return undefined;
  const { parseYamlText } = await import("@/lib/forms/yaml-text");
  return valueIn(parseYamlText(text));
}

function valueIn(parsed: ParsedText): Json | undefined {
  return parsed.ok ? parsed.value : undefined;
}
