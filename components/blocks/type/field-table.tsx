import { clsx } from "clsx";
import Link from "next/link";
import { HelpText } from "@/components/fields/help-text";
import { Badge } from "@/components/ui/badge";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { FieldRow } from "@/lib/blocks/field-rows";

type FieldTableProps = {
  rows: readonly FieldRow[];
  typeNames: Readonly<Record<string, string>>;
};

const head = "h-8 pr-4 text-left align-middle font-medium text-text-3 text-xs whitespace-nowrap";
const cell = "pt-2.5 pb-1 pr-4 align-top text-sm max-narrow:py-0.5 max-narrow:pr-2";

/** On narrow screens the cells of a row flow like words, and what is not so is left out. */
function shownNarrow(isShown: boolean): string {
  return isShown ? "max-narrow:inline-block" : "max-narrow:hidden";
}

/** Every field of a type: what it is called here and in code, what it takes, what holds without it. */
export function FieldTable({ rows, typeNames }: FieldTableProps) {
  return (
    <table className="w-full border-collapse max-narrow:block">
      <thead className="border-line-strong border-b max-narrow:sr-only">
        <tr>
          <th scope="col" className={head}>
            Field
          </th>
          <th scope="col" className={head}>
            Type
          </th>
          <th scope="col" className={head}>
            Required
          </th>
          <th scope="col" className={head}>
            Secret
          </th>
          <th scope="col" className={clsx(head, "pr-0")}>
            Default
          </th>
        </tr>
      </thead>
      {rows.map((row) => (
        <tbody key={row.id} className="border-line border-b max-narrow:block max-narrow:py-2">
          <tr className="max-narrow:block">
            <th scope="row" className={clsx(cell, "text-left font-normal max-narrow:block")}>
              <FieldName row={row} />
            </th>
            <td className={clsx(cell, shownNarrow(true))}>
              <Kind row={row} typeNames={typeNames} />
            </td>
            <td className={clsx(cell, shownNarrow(row.isRequired))}>
              {row.isRequired ? (
                <Badge tone="accent">Required</Badge>
              ) : (
                <span className="text-text-3">No</span>
              )}
            </td>
            <td className={clsx(cell, shownNarrow(row.isSecret || row.hasSecretParts))}>
              {row.isSecret ? (
                <Badge>Secret</Badge>
              ) : row.hasSecretParts ? (
                <Badge>Secret in parts</Badge>
              ) : (
                <span className="text-text-3">No</span>
              )}
            </td>
            <td className={clsx(cell, "break-words pr-0", shownNarrow(row.defaultLabel !== undefined))}>
              <Default label={row.defaultLabel} />
            </td>
          </tr>
          {row.help === "" ? null : (
            <tr className="max-narrow:block">
              <td colSpan={5} className="pb-2.5 text-sm max-narrow:block max-narrow:pb-0">
                <HelpText text={row.help} className={clsx("max-w-[68ch] text-text-2", indentOf(row))} />
              </td>
            </tr>
          )}
        </tbody>
      ))}
    </table>
  );
}

const indents = ["", "pl-4", "pl-8", "pl-12"] as const;

function indentOf(row: FieldRow): string | undefined {
  return indents[Math.min(row.depth, indents.length - 1)];
}

function FieldName({ row }: { row: FieldRow }) {
  return (
    <div className={indentOf(row)}>
      <span dir="auto" className="break-words font-medium">
        {row.label}
      </span>
      <code className="block break-words text-text-2 text-xs/5 [overflow-wrap:anywhere]">{row.path}</code>
    </div>
  );
}

function Kind({ row, typeNames }: KindProps) {
  if (row.blockTypeSlugs.length === 0) return <span className="break-words">{row.kind}</span>;
  return (
    <span className="prose-links break-words">
      {row.kind}:{" "}
      {row.blockTypeSlugs.map((slug, index) => (
        <span key={slug}>
          {index === 0 ? null : " or "}
          {typeNames[slug] === undefined ? (
            <code className="text-xs">{slug}</code>
          ) : (
            <Link href={`/blocks/catalog/${slug}`} prefetch={false}>
              {typeNames[slug]}
            </Link>
          )}
        </span>
      ))}
    </span>
  );
}

type KindProps = { row: FieldRow; typeNames: Readonly<Record<string, string>> };

function Default({ label }: { label: string | undefined }) {
  if (label === undefined) {
    return (
      <span className="text-text-3">
        <span aria-hidden>–</span>
        <VisuallyHidden>None</VisuallyHidden>
      </span>
    );
  }
  return (
    <>
      <span className="hidden text-text-3 max-narrow:inline">Default: </span>
      {label}
    </>
  );
}
