"use client";

import { SchemaChanges } from "@/components/blocks/type/schema-changes";
import { Checkbox } from "@/components/ui/checkbox";
import { Notice } from "@/components/ui/notice";
import type { Upgrade } from "@/lib/blocks/read-block-form";

type UpgradeNoticeProps = {
  upgrade: Upgrade;
  /** Keys whose values go. */
  dropped: ReadonlySet<string>;
  onDrop: (keys: ReadonlySet<string>) => void;
};

/** Above the form of a block that moves to another schema: what is different there, and what may be left behind. */
export function UpgradeNotice({ upgrade: { changes, dropped: gone }, dropped, onDrop }: UpgradeNoticeProps) {
  const turn = (key: string) => {
    const next = new Set(dropped);
    if (!next.delete(key)) next.add(key);
    onDrop(next);
  };
  return (
    <Notice className="mb-4" title="What is different in the newest version of this type">
      <SchemaChanges changes={changes} />
      {gone.length > 0 ? (
        <fieldset className="mt-2 border-line border-t pt-2">
          <legend className="sr-only">Values without a field</legend>
          <p>
            The newest version has no field for what follows. It is kept beside the fields unless you drop it.
          </p>
          <div className="mt-1 grid gap-1">
            {gone.map(({ key, label, text }) => (
              <label key={key} htmlFor={`drop-${key}`} className="flex min-h-6 items-start gap-2">
                <Checkbox
                  id={`drop-${key}`}
                  checked={dropped.has(key)}
                  onChange={() => turn(key)}
                  className="mt-0.5"
                />
                <span className="min-w-0 break-words">
                  Drop {label}: <span className="break-all font-mono text-text">{shorten(text)}</span>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      ) : null}
      <p className="mt-2">
        Everything else is kept, secrets and references too. Fill in what is required, then upgrade.
      </p>
    </Notice>
  );
}

const maxLength = 120;

function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > maxLength ? `${line.slice(0, maxLength)}…` : line;
}
