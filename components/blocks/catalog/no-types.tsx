import Link from "next/link";
import { type CatalogQuery, toCatalogPath } from "@/lib/blocks/catalog-query";
import { formatCount } from "@/lib/text/format-count";

/** What to do when nothing matches. */
export function NoTypes({ query, total }: { query: CatalogQuery; total: number }) {
  const { text, capability } = query;
  const all = <Link href={toCatalogPath({})}>show all {formatCount(total, "type")}</Link>;
  return (
    <p className="prose-links max-w-[68ch] break-words py-10 text-text-2">
      No type{capability === "" ? "" : ` with the capability ${capability}`}
      {text === "" ? " exists" : ` matches "${text}"`}.{" "}
      {text === "" ? (
        <>Choose another capability or {all}.</>
      ) : (
        <>
          <Link href={toCatalogPath({ capability })}>Clear the search</Link> or {all}.
        </>
      )}
    </p>
  );
}
