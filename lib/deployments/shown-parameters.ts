import { type ShownValue, showFreeValue, showValue } from "@/lib/blocks/shown-value";
import type { Deployment } from "@/lib/deployments/model";
import { compileForm } from "@/lib/forms/compile";
import type { FormTree } from "@/lib/forms/field-node";
import { isJsonArray, isJsonObject, type Json, type JsonObject } from "@/lib/json";
import { isCredentialName } from "@/lib/secrets/credential-name";
import { maskCredentials } from "@/lib/secrets/mask-credentials";
import type { SecretPath } from "@/lib/secrets/tree";

/** A parameter of the flow. */
export type ShownParameter = {
  readonly key: string;
  /** What the deployment passes; null: nothing. */
  readonly value: ShownValue | null;
  /** How the default of the flow reads. */
  readonly defaultLabel?: string;
  readonly isRequired: boolean;
};

/** The form of the flow's parameters; empty when the deployment has no schema of them. */
export function parameterTree({ parameterSchema }: Pick<Deployment, "parameterSchema">): FormTree {
  const schema = withoutBlockTypes(parameterSchema);
  return isJsonObject(schema) ? compileForm(schema, {}, credentialPaths(schema)) : { fields: [] };
}

/** The client lists `*args` and `**kwargs` among the required parameters, without a type: nothing to pass is a value too. */
export function isVariadic(parameterSchema: Json, key: string): boolean {
  const properties = isJsonObject(parameterSchema) ? parameterSchema.get("properties") : undefined;
  const property = isJsonObject(properties) ? properties.get(key) : undefined;
  const says = ["type", "anyOf", "allOf", "$ref", "enum", "default"];
  return (
    (key === "args" || key === "kwargs") &&
    isJsonObject(property) &&
    !says.some((keyword) => property.has(keyword))
  );
}

/** A parameter that is a block is passed written out: clients load no saved block for it. */
function withoutBlockTypes(schema: Json): Json {
  if (isJsonArray(schema)) return schema.map(withoutBlockTypes);
  if (!isJsonObject(schema)) return schema;
  const kept = [...schema].filter(([key, value]) => key !== "block_type_slug" || typeof value !== "string");
  return new Map(kept.map(([key, value]) => [key, withoutBlockTypes(value)]));
}

/** Parameters that read like credentials get inputs that hide what is typed. */
function credentialPaths(schema: JsonObject): readonly SecretPath[] {
  const properties = schema.get("properties");
  const keys = isJsonObject(properties) ? [...properties.keys()] : [];
  return keys.filter(isCredentialName).map((key) => [key]);
}

/** Parameters in the order of the schema, then those that it does not know. */
export function showParameters(
  deployment: Pick<Deployment, "parameterSchema" | "parameters">,
): readonly ShownParameter[] {
  const { fields } = parameterTree(deployment);
  const { parameterSchema } = deployment;
  const masked = maskCredentials(deployment.parameters);
  const values = masked instanceof Map ? masked : new Map();
  const known = fields.filter(({ key }) => key !== "");
  const keys = new Set(known.map(({ key }) => key));
  const isFree = fields.some(({ key }) => key === "") || fields.length === 0;
  const show = (key: string, node: (typeof fields)[number] | undefined) => {
    const masked = values.get(key);
    if (masked === undefined) return null;
    if (isFree && node === undefined) return showFreeValue(masked);
    return showValue(node, masked, { dates: {}, pointer: "" });
  };
  return [
    ...known.map((node) => ({
      key: node.key,
      value: show(node.key, node),
      ...(node.defaultLabel !== undefined && node.kind !== "secret" && { defaultLabel: node.defaultLabel }),
      isRequired: node.required && node.defaultJson === undefined && !isVariadic(parameterSchema, node.key),
    })),
    ...[...values.keys()]
      .filter((key) => !keys.has(key))
      .map((key) => ({ key, value: show(key, undefined), isRequired: false })),
  ];
}
