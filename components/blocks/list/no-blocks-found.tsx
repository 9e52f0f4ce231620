import { NoResults } from "@/components/lists/no-results";
import type { BlockListView } from "@/lib/blocks/list-blocks";
import { toListPath } from "@/lib/blocks/list-query";
import { formatCount } from "@/lib/text/format-count";

/** No block matches: says what was looked for, and offers to look for less. */
export function NoBlocksFound({ view }: { view: BlockListView }) {
  const { query, total } = view;
  const isTextOfSome = query.text !== "" && (query.type !== "" || query.capability !== "");
  const all = {
    label: total === 1 ? "Show the only block" : `Show all ${formatCount(total, "block")}`,
    path: toListPath({ sort: query.sort }),
  };
  return (
    <NoResults
      title={sentence(view)}
      hint={
        isTextOfSome ? "Search all types, or show everything." : "Try a part of the name, or show everything."
      }
      links={
        isTextOfSome
          ? [{ label: "Search all types", path: toListPath({ text: query.text, sort: query.sort }) }, all]
          : [all]
      }
    />
  );
}

function sentence({ query, types }: BlockListView): string {
  const typeName = types.find((type) => type.slug === query.type)?.name ?? query.type;
  const kind = query.type === "" ? "No block" : `No ${typeName} block`;
  const ability = query.capability === "" ? "" : ` with ${query.capability}`;
  return query.text === "" ? `${kind}${ability} exists` : `${kind}${ability} matches “${query.text}”`;
}
