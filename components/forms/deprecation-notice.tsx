import Link from "next/link";
import { Notice } from "@/components/ui/notice";
import type { CatalogTexts } from "@/lib/catalog/overlay";

type DeprecationNoticeProps = { typeName: string; deprecated: NonNullable<CatalogTexts["deprecated"]> };

/** Above the form of a type that should not be chosen for new work. */
export function DeprecationNotice({ typeName, deprecated: { successor, note } }: DeprecationNoticeProps) {
  return (
    <Notice
      tone="warn"
      className="mb-4"
      title={
        <>
          {typeName} is deprecated
          {successor === undefined ? null : ", replaced by "}
          {successor?.slug === undefined ? (
            successor?.name
          ) : (
            <Link href={`/blocks/catalog/${successor.slug}`} prefetch={false}>
              {successor.name}
            </Link>
          )}
        </>
      }
    >
      {note}
    </Notice>
  );
}
