import { TriangleAlert } from "lucide-react";
import { ShownValueView } from "@/components/blocks/details/shown-value-view";
import { Badge } from "@/components/ui/badge";
import { Icon } from "@/components/ui/icon";
import type { InfrastructureRow } from "@/lib/deployments/lay-overrides";

/** What agents make of the infrastructure: the deployment's values, and where it has none, those of the block. */
export function InfrastructureTable({ rows }: { rows: readonly InfrastructureRow[] }) {
  return (
    <table
      {...as.table}
      aria-label="Infrastructure values"
      className="w-full table-fixed border-collapse text-sm max-medium:block"
    >
      <thead {...as.rowgroup} className="border-line-strong border-b max-medium:hidden">
        <tr {...as.row}>
          <Head width="w-[30%]">Key</Head>
          <Head width="w-[35%]">Used by runs</Head>
          <Head>In the block</Head>
        </tr>
      </thead>
      <tbody {...as.rowgroup} className="max-medium:block">
        {rows.map((row) => (
          <Row key={row.key} row={row} />
        ))}
      </tbody>
    </table>
  );
}

const as = {
  table: { role: "table" },
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  cell: { role: "cell" },
  columnheader: { role: "columnheader" },
  rowheader: { role: "rowheader" },
} as const;

function Head({ width, children }: { width?: string; children: string }) {
  return (
    <th
      {...as.columnheader}
      scope="col"
      className={`h-8 pr-4 text-left font-medium text-text-3 text-xs ${width ?? ""}`}
    >
      {children}
    </th>
  );
}

const cell = "py-2.5 pr-4 text-left align-top [overflow-wrap:anywhere] max-medium:block max-medium:py-0.5";

function Row({ row: { key, block, override, problem } }: { row: InfrastructureRow }) {
  return (
    <tr {...as.row} className="border-line border-b max-medium:block max-medium:py-2.5">
      <th {...as.rowheader} scope="row" className={`${cell} font-normal font-mono text-text-2`}>
        {key}
      </th>
      <td {...as.cell} className={cell}>
        {override ? (
          <span className="flex flex-wrap items-start gap-x-2 gap-y-1">
            <span className="min-w-0 font-medium">
              <ShownValueView value={override} label={key} />
            </span>
            <Badge tone="accent">Override</Badge>
          </span>
        ) : block ? (
          <ShownValueView value={block} label={key} />
        ) : null}
        {problem === undefined ? null : (
          <span className="mt-1 flex gap-1.5 text-warn">
            <Icon icon={TriangleAlert} size={14} className="mt-1 shrink-0" />
            <span className="min-w-0 [overflow-wrap:anywhere]">{problem}</span>
          </span>
        )}
      </td>
      <td {...as.cell} className={`${cell} text-text-3`}>
        {override === null ? (
          <span>Same</span>
        ) : block === null ? (
          <span>Not set</span>
        ) : (
          <>
            <span className="medium:hidden">In the block: </span>
            <ShownValueView value={block} label={`${key} in the block`} />
          </>
        )}
      </td>
    </tr>
  );
}
