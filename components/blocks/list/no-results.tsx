import { ButtonLink } from "@/components/ui/button-link";
import type { BlockListView } from "@/lib/blocks/list-blocks";
import { toListPath } from "@/lib/blocks/list-query";
import { formatCount } from "@/lib/text/format-count";

/** Says what was looked for, and offers to look for less. */
export function NoResults({ view }: { view: BlockListView }) {
  const { query, total } = view;
  return (
    <div className="mx-auto max-w-120 py-14 text-center">
      <h2 className="font-semibold text-lg tracking-tight">{sentence(view)}</h2>
      <p className="mt-1 text-text-2">
        {query.text !== "" && (query.type !== "" || query.capability !== "")
          ? "Search all types, or show everything."
          : "Try a part of the name, or show everything."}
      </p>
      <div className="mt-5 flex flex-wrap justify-center gap-2">
        {query.text !== "" && (query.type !== "" || query.capability !== "") ? (
          <ButtonLink href={toListPath({ text: query.text, sort: query.sort })} scroll={false}>
            Search all types
          </ButtonLink>
        ) : null}
        <ButtonLink href={toListPath({ sort: query.sort })} scroll={false}>
          {total === 1 ? "Show the only block" : `Show all ${formatCount(total, "block")}`}
        </ButtonLink>
      </div>
    </div>
  );
}

function sentence({ query, types }: BlockListView): string {
  const typeName = types.find((type) => type.slug === query.type)?.name ?? query.type;
  const kind = query.type === "" ? "No block" : `No ${typeName} block`;
  const ability = query.capability === "" ? "" : ` with ${query.capability}`;
  return query.text === "" ? `${kind}${ability} exists` : `${kind}${ability} matches “${query.text}”`;
}
