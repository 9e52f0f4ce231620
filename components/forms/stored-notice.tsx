import { Notice } from "@/components/ui/notice";
import type { Draft } from "@/lib/forms/draft";
import type { FormTree } from "@/lib/forms/field-node";
import type { UnknownKey } from "@/lib/forms/unknown-keys";
import { formatCount } from "@/lib/text/format-count";

type StoredNoticeProps = {
  tree: FormTree;
  drafts: readonly Draft[];
  unknownKeys: readonly UnknownKey[];
};

/** Says what of a stored block its schema does not foresee: it is shown, and every save keeps it. */
export function StoredNotice({ tree, drafts, unknownKeys }: StoredNoticeProps) {
  const odd = tree.fields.filter((_node, index) => hasMismatch(drafts[index])).map(({ label }) => label);
  const count = odd.length + unknownKeys.length;
  if (count === 0) return null;
  return (
    <Notice
      tone="warn"
      className="mb-4"
      title={`${formatCount(count, "value")} ${count === 1 ? "does" : "do"} not match the schema`}
    >
      {odd.length > 0 ? (
        <p>{`${odd.join(", ")}: ${odd.length === 1 ? "it stays" : "they stay"} as stored until you replace ${odd.length === 1 ? "it" : "them"}.`}</p>
      ) : null}
      {unknownKeys.length > 0 ? (
        <>
          <p>The schema has no field for what follows. It is kept as it is.</p>
          <dl className="mt-1 grid gap-1">
            {unknownKeys.map(({ path, text }) => (
              <div key={path.join("/")} className="flex flex-wrap gap-x-2">
                <dt className="break-all font-medium font-mono">{path.join(".")}</dt>
                <dd className="max-h-24 min-w-0 overflow-auto whitespace-pre-wrap break-words font-mono">
                  {text}
                </dd>
              </div>
            ))}
          </dl>
        </>
      ) : null}
    </Notice>
  );
}

/** Somewhere in the field: a row of a list may hold one too. */
function hasMismatch(draft: Draft | undefined): boolean {
  if (typeof draft !== "object" || draft === null) return false;
  if ("mismatch" in draft) return true;
  return Object.values(draft).some((part) => hasMismatch(part));
}
