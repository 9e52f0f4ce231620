import { PointInTime } from "@/components/blocks/details/point-in-time";
import { schemaAnchor, shortChecksum } from "@/components/blocks/type/checksum";
import { Badge } from "@/components/ui/badge";
import { TagList } from "@/components/ui/tag";
import type { SchemaSummary } from "@/lib/blocks/read-block-type-view";

const head = "h-8 pr-4 text-left font-medium text-text-3 text-xs whitespace-nowrap";
const cell = "py-2 pr-4 align-top text-sm max-narrow:py-0.5 max-narrow:pr-3";

/** The schemas that were registered for a type, newest first: blocks keep the one that they were made with. */
export function SchemaVersions({ schemas }: { schemas: readonly SchemaSummary[] }) {
  return (
    <table className="w-full border-collapse max-narrow:block">
      <thead className="border-line-strong border-b max-narrow:sr-only">
        <tr>
          <th scope="col" className={head}>
            Checksum
          </th>
          <th scope="col" className={head}>
            Version
          </th>
          <th scope="col" className={head}>
            Created
          </th>
          <th scope="col" className={head}>
            Capabilities
          </th>
        </tr>
      </thead>
      <tbody className="max-narrow:block max-narrow:border-line max-narrow:border-t">
        {schemas.map((schema, index) => (
          <tr
            key={schema.id}
            id={schemaAnchor(schema.checksum)}
            className="border-line border-b target:bg-selected max-narrow:block max-narrow:py-2"
          >
            <th scope="row" className={`${cell} whitespace-nowrap text-left font-normal max-narrow:block`}>
              <code className="text-xs" title={schema.checksum}>
                {shortChecksum(schema.checksum)}
              </code>
              {index === 0 && schemas.length > 1 ? (
                <span className="ml-2">
                  <Badge>Newest</Badge>
                </span>
              ) : null}
            </th>
            <td className={`${cell} max-narrow:inline-block break-words`}>{schema.version}</td>
            <td className={`${cell} max-narrow:inline-block whitespace-nowrap tabular-nums`}>
              <PointInTime at={schema.created} />
            </td>
            <td className={`${cell} max-narrow:block`}>
              {schema.capabilities.length > 0 ? (
                <TagList tags={[...new Set(schema.capabilities)]} />
              ) : (
                <span className="text-text-3">None</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
