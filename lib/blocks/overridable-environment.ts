import type { FormBasis } from "@/lib/blocks/form-basis";
import type { JsonObject } from "@/lib/json";

/**
 * A new infrastructure block always has its variables, if only none: agents lay a deployment's `--override env.X=Y` into
 * the stored data, and runs fail to start where it has no `env`. Clients write it down for the same reason.
 */
export function withOverridableEnvironment(
  { schema, tree }: Pick<FormBasis, "schema" | "tree">,
  data: JsonObject,
): JsonObject {
  if (data.has("env") || !schema.capabilities.includes("run-infrastructure")) return data;
  const takesVariables = tree.fields.some(({ key, kind }) => key === "env" && kind === "dict");
  return takesVariables ? new Map(data).set("env", new Map()) : data;
}
