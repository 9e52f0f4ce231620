import type { Edit } from "@/lib/forms/edit";
import { pathsBelow, type SecretPath } from "@/lib/secrets/tree";

/**
 * The paths at which secrets stand after an edit that gave keys of a dict other names. A dict whose values are all
 * secret needs none, but a schema or a mark may name a single key.
 */
export function pathsOfRenamed(paths: readonly SecretPath[], edit: Edit): readonly SecretPath[] {
  if (paths.length === 0) return [];
  switch (edit.do) {
    case "patch":
      return edit.entries.flatMap(({ key, from = key, edit: inner }) =>
        pathsOfEntry(paths, key, from, inner),
      );
    case "rows":
      return edit.rows.flatMap(({ from, key, edit: inner }) =>
        from === null ? [] : pathsOfEntry(paths, key, from, inner),
      );
    case "items":
      return edit.items.flatMap((item) => pathsOfRenamed(paths, item.edit));
    default:
      return [];
  }
}

function pathsOfEntry(
  paths: readonly SecretPath[],
  key: string,
  from: string,
  edit: Edit,
): readonly SecretPath[] {
  const below = pathsBelow(paths, from);
  return under(key, [...(from === key ? [] : below), ...pathsOfRenamed(below, edit)]);
}

function under(key: string, paths: readonly SecretPath[]): readonly SecretPath[] {
  return paths.map((path) => [key, ...path]);
}
