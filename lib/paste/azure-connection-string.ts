import { factsOf, onlySource, type PasteSources } from "@/lib/paste/facts";

const entry = /^\s*([A-Za-z]+)=(.+?)\s*$/;

/** The connection string of a storage account or of Cosmos DB, as the portal shows it. */
export function readAzureConnectionString(text: string): PasteSources | undefined {
  const line = text.trim();
  const keys = readKeys(line);
  if (!keys.has("accountkey") && !keys.has("sharedaccesssignature")) return undefined;
  if (keys.has("accountendpoint")) return onlySource(factsOf({ "cosmos.connectionString": line }));
  const isStorage = keys.has("accountname") || keys.has("blobendpoint");
  return isStorage ? onlySource(factsOf({ "azure.connectionString": line })) : undefined;
}

/** None when a part has no key. */
function readKeys(line: string): ReadonlySet<string> {
  if (line.length > 4096 || /[\r\n]/.test(line)) return new Set();
  const parts = line.split(";").filter((part) => part.trim() !== "");
  const keys = parts.map((part) => entry.exec(part)?.[1]?.toLowerCase() ?? "");
  return new Set(keys.includes("") ? [] : keys);
}
