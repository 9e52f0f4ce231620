import { isJsonObject, type Json } from "@/lib/json";
import { factsOf, onlySource, type PasteSources } from "@/lib/paste/facts";

/** The key file of a Google service account, as the console downloads it. */
export function readServiceAccount(value: Json): PasteSources | undefined {
  if (!isJsonObject(value) || value.get("type") !== "service_account") return undefined;
  if (typeof value.get("private_key") !== "string") return undefined;
  return onlySource(
    factsOf({
      "gcp.serviceAccount": value,
      "gcp.projectId": textOf(value.get("project_id")),
      "gcp.clientEmail": textOf(value.get("client_email")),
    }),
  );
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}
