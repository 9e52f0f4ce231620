import { type BlockLabel, toBlockLabel } from "@/lib/blocks/block-label";
import { type DeploymentUser, readDeploymentUsers } from "@/lib/blocks/deployment-users";
import { type BlockDocument, revealData } from "@/lib/blocks/model";
import { type ResolvedDocument, readBlockDocuments } from "@/lib/blocks/read-block-document";
import { readSchemaDrift } from "@/lib/blocks/schema-drift";
import { shownCapabilities } from "@/lib/blocks/shown-capabilities";
import { type ShownBlocks, type ShownValue, showValue } from "@/lib/blocks/shown-value";
import { extraSecretPaths } from "@/lib/catalog/extra-secret-paths";
import { type CatalogTexts, catalogTexts, fieldOverlays } from "@/lib/catalog/overlay";
import { compileForm } from "@/lib/forms/compile";
import type { FieldNode } from "@/lib/forms/field-node";
import type { BlockDocumentId } from "@/lib/ids";
import { isJsonObject, isSameJson, type Json, parseJson, printJson } from "@/lib/json";
import { pointerTo } from "@/lib/json-places";
import { type Masked, maskData, toMaskedJson } from "@/lib/secrets/tree";
import type { Deps } from "@/lib/store";
import type { Micros } from "@/lib/time";

/** What the details page shows. Made from masked data alone: no secret is in it. */
export type BlockDetailsView = BlockLabel & {
  readonly pythonClass?: NonNullable<CatalogTexts["pythonClass"]>;
  readonly capabilities: readonly string[];
  /** The top-level keys of the schema. */
  readonly dataKeys: readonly string[];
  readonly checksum: string;
  /** The type has a newer schema, and it differs in so many places; absent when there is none. */
  readonly schemaChanges?: number;
  readonly created: Micros;
  readonly updated: Micros;
  /** Null when the stored data cannot be read. */
  readonly settings: SettingsView | null;
  /** The blocks that refer to this one, by name. */
  readonly usedBy: readonly (BlockLabel & { readonly field: string })[];
  /** The deployments that fetch their code with it or run on it, by title. */
  readonly deployments: readonly DeploymentUser[];
};

export type SettingsView = {
  readonly set: readonly SettingView[];
  /** Fields without a value; `defaultLabel` says what holds instead. */
  readonly unset: readonly {
    readonly key: string;
    readonly label: string;
    readonly defaultLabel?: string;
  }[];
};

export type SettingView = {
  readonly key: string;
  readonly label: string;
  /** The stored value equals the schema's default. */
  readonly isDefault: boolean;
  readonly value: ShownValue;
};

/** Undefined when no block has the id. */
export async function readBlockDetails(
  deps: Pick<Deps, "store">,
  id: BlockDocumentId,
): Promise<BlockDetailsView | undefined> {
  const document = await deps.store.blockDocuments.byId(id);
  const [resolved] = document ? await readBlockDocuments(deps, [document]) : [];
  if (!resolved) return undefined;
  const { type, schema } = resolved;
  const { pythonClass } = catalogTexts(type, schema.capabilities);
  const drift = await readSchemaDrift(deps, schema, type.id);
  return {
    ...toBlockLabel(resolved.document, type),
    ...(pythonClass && { pythonClass }),
    capabilities: shownCapabilities(schema.capabilities),
    dataKeys: keysOf(resolved.fields.get("properties")),
    checksum: schema.checksum,
    ...(drift && { schemaChanges: drift.changes.length }),
    created: resolved.document.created,
    updated: resolved.document.updated,
    settings: resolved.document.data ? readSettings(resolved) : null,
    usedBy: await readUsers(deps, resolved.document),
    deployments: await readDeploymentUsers(deps.store, [id]),
  };
}

function keysOf(properties: Json | undefined): readonly string[] {
  return isJsonObject(properties) ? [...properties.keys()] : [];
}

function readSettings(resolved: ResolvedDocument): SettingsView {
  const { fields } = compileForm(
    resolved.fields,
    fieldOverlays(resolved.type.slug),
    extraSecretPaths(resolved.type.slug),
  );
  // Not `resolved.maskedData`: that holds the data of referenced blocks too, and is null when one of them is broken.
  const data = maskData(revealData(resolved.document, "mask it for the details"), resolved.secretPaths);
  const values = new Map(data instanceof Map ? data : []);
  const blocks = blocksOf(resolved);
  const whole = new Set([...resolved.references, ...resolved.lost].flatMap(keyOfWhole));
  const known = new Set(fields.map((node) => node.key));
  const unknown = [...values.keys(), ...whole].filter((key) => !known.has(key));
  const isSet = (node: FieldNode) => whole.has(node.key) || !isUnset(node, values.get(node.key));

  const show = (key: string, node: FieldNode | undefined): SettingView => {
    const value = values.get(key) ?? null;
    const at = { dates: resolved.document.secretDates, blocks, pointer: pointerTo("", key) };
    return {
      key,
      label: node?.label ?? key,
      isDefault: !whole.has(key) && node !== undefined && isDefault(node, value),
      value: showValue(node, value, at),
    };
  };
  const shown = fields.filter((node) => !isFixed(node, values.get(node.key)));
  return {
    set: [
      ...shown.filter(isSet).map((node) => show(node.key, node)),
      ...unknown.map((key) => show(key, undefined)),
    ],
    unset: shown
      .filter((node) => !isSet(node))
      .map(({ key, label, defaultLabel }) => ({
        key,
        label,
        ...(defaultLabel !== undefined && { defaultLabel }),
      })),
  };
}

function blocksOf({ references, lost }: ResolvedDocument): ShownBlocks {
  const at = ({ name, path = "" }: { readonly name: string; readonly path?: string }) =>
    pointerTo("", name) + path;
  return new Map<string, ShownBlocks extends ReadonlyMap<string, infer Value> ? Value : never>([
    ...references.map((each) => {
      const block = toBlockLabel(each.child.document, each.child.type);
      return [at(each), { kind: "block", block }] as const;
    }),
    ...lost.map((each) => {
      const label = `${each.lost.typeSlug}/${each.lost.name}`;
      return [at(each), { kind: "lost block", label }] as const;
    }),
  ]);
}

/** The key that is a block as a whole. */
function keyOfWhole({ name, path }: { readonly name: string; readonly path?: string }): readonly string[] {
  return path === undefined ? [name] : [];
}

/** Null means "not set" too, unless the default is something else: then somebody chose it. */
function isUnset(node: FieldNode, value: Masked | undefined): boolean {
  if (value === undefined) return true;
  return value === null && (node.defaultJson === undefined || node.defaultJson === "null");
}

/** A field that allows a single value, and has it or none: nothing to tell. */
function isFixed(node: FieldNode, value: Masked | undefined): boolean {
  if (node.kind !== "const") return false;
  return value === undefined || printJson(toMaskedJson(value)) === node.json;
}

function isDefault(node: FieldNode, value: Masked): boolean {
  if (node.defaultJson === undefined || value === null) return false;
  return isSameJson(toMaskedJson(value), parseJson(node.defaultJson));
}

async function readUsers(
  { store }: Pick<Deps, "store">,
  document: BlockDocument,
): Promise<BlockDetailsView["usedBy"]> {
  const references = await store.blockDocuments.referencesTo([document.id]);
  if (references.length === 0) return [];
  const parents = await store.blockDocuments.byIds([...new Set(references.map((each) => each.parentId))]);
  const types = await store.blockTypes.byIds([...new Set(parents.map((each) => each.blockTypeId))]);
  const typeOf = new Map(types.map((type) => [type.id, type]));
  const parentOf = new Map(parents.map((parent) => [parent.id, parent]));
  const uses = new Map(references.map((each) => [JSON.stringify([each.parentId, each.name]), each]));
  return [...uses.values()]
    .flatMap(({ parentId, name: field }) => {
      const parent = parentOf.get(parentId);
      const type = parent && typeOf.get(parent.blockTypeId);
      return type ? [{ ...toBlockLabel(parent, type), field }] : [];
    })
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.field < b.field ? -1 : 1));
}
