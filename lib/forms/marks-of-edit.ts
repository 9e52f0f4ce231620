import type { Edit } from "@/lib/forms/edit";
import type { SecretPath } from "@/lib/secrets/tree";

export type MarksOfEdit = {
  /** Secret from now on. */
  readonly hidden: readonly SecretPath[];
  /** A new value stands there that a person wants to be shown. */
  readonly shown: readonly SecretPath[];
};

/** What an edit says about marks, by path in the document that it makes. Paths pass through lists. */
export function marksOfEdit(edit: Edit): MarksOfEdit {
  return {
    hidden: collect(edit, (each) => each.hide ?? []),
    shown: collect(edit, (each) => (each.do === "set" && each.show === true ? [[]] : [])),
  };
}

function collect(edit: Edit, at: (edit: Edit) => readonly SecretPath[]): readonly SecretPath[] {
  return [...at(edit), ...below(edit, at)];
}

function below(edit: Edit, at: (edit: Edit) => readonly SecretPath[]): readonly SecretPath[] {
  switch (edit.do) {
    case "patch":
      return edit.entries.flatMap((entry) => under(entry.key, collect(entry.edit, at)));
    case "rows":
      return edit.rows.flatMap((row) => under(row.key, collect(row.edit, at)));
    case "items":
      return edit.items.flatMap((item) => collect(item.edit, at));
    default:
      return [];
  }
}

function under(key: string, paths: readonly SecretPath[]): readonly SecretPath[] {
  return paths.map((path) => [key, ...path]);
}
