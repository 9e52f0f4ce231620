import type { Metadata } from "next";
import { guardPage } from "@/app/(ui)/_guard-page";
import { CatalogFilters } from "@/components/blocks/catalog/catalog-filters";
import { NoTypes } from "@/components/blocks/catalog/no-types";
import { RegisterOwn } from "@/components/blocks/catalog/register-own";
import { TypeCards } from "@/components/blocks/catalog/type-cards";
import { PageHeader } from "@/components/layout/page-header";
import { parseCatalogQuery } from "@/lib/blocks/catalog-query";
import { listCatalog } from "@/lib/blocks/list-catalog";
import { formatCount } from "@/lib/text/format-count";

export const metadata: Metadata = { title: "Choose a block" };

export default async function CatalogPage({ searchParams }: PageProps<"/blocks/catalog">) {
  const query = parseCatalogQuery(await searchParams);
  return guardPage("the catalogue", async (context) => {
    const view = await listCatalog(context, query);
    const total = formatCount(view.total, "type");
    return (
      <>
        <PageHeader
          title="Choose a block"
          crumbs={[{ label: "Blocks", href: "/blocks" }, { label: "Catalogue" }]}
        />
        <CatalogFilters
          query={query}
          capabilities={view.capabilities}
          status={view.shown === view.total ? total : `${view.shown} of ${total}`}
        />
        {view.shown === 0 ? <NoTypes query={query} total={view.total} /> : <TypeCards view={view} />}
        <RegisterOwn />
      </>
    );
  });
}
