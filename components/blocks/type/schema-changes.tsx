import type { SchemaChange } from "@/lib/blocks/compare-schemas";

const words = { added: "New", removed: "Removed", changed: "Changed" } as const;
const looks = { added: "text-ok", removed: "text-danger", changed: "text-text-2" } as const;

/** The differences of two schemas of a type, field by field. */
export function SchemaChanges({ changes }: { changes: readonly SchemaChange[] }) {
  return (
    <ul aria-label="Differences" className="mt-1.5 grid max-h-75 gap-1 overflow-y-auto">
      {changes.map(({ kind, path, label, details }) => (
        <li
          key={`${kind} ${JSON.stringify(path)}`}
          className="grid grid-cols-[72px_minmax(0,1fr)] gap-x-2 max-narrow:grid-cols-1"
        >
          <span className={`font-medium ${looks[kind]}`}>{words[kind]}</span>
          <span className="min-w-0 break-words">
            <span className="font-medium text-text">{label}</span>
            {details.length > 0 ? `: ${details.join(" ")}` : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
