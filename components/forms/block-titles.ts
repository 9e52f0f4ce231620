import type { References } from "@/components/forms/form-contract";
import type { BlockTitles } from "@/lib/forms/view-json";

/** Saved blocks by "s3/log-test", as far as the pickers of the form know them. */
export function blockTitles({ choices }: Pick<References, "choices">): BlockTitles {
  const titles = new Map(choices.get().map(({ id, typeSlug, name }) => [id, `${typeSlug}/${name}`]));
  const ids = new Map([...titles].map(([id, title]) => [title, id]));
  return { titleOf: (id) => titles.get(id), idOf: (title) => ids.get(title) };
}
