import { clsx } from "clsx";
import { Unlink } from "lucide-react";
import { BlockLink } from "@/components/blocks/details/block-link";
import { LongText } from "@/components/blocks/details/long-text";
import { MaskedSecret } from "@/components/blocks/details/masked-secret";
import { MismatchBadge } from "@/components/blocks/details/mismatch-badge";
import { Icon } from "@/components/ui/icon";
import type { ShownEntry, ShownValue } from "@/lib/blocks/shown-value";

/** A stored value with its inner values. `label` names it for those who do not see where it stands. */
export function ShownValueView({ value, label }: { value: ShownValue; label: string }) {
  return (
    <>
      <Content value={value} label={label} />
      {value.isMismatch ? <MismatchBadge /> : null}
    </>
  );
}

function Content({ value, label }: { value: ShownValue; label: string }) {
  switch (value.kind) {
    case "word":
      return <span>{value.text}</span>;
    case "secret":
      return <MaskedSecret changed={value.changed} />;
    case "text":
      return <LongText text={value.text} language="text" label={label} />;
    case "code":
      return <LongText text={value.text} language={value.language} label={label} />;
    case "list":
      return (
        <ul className="grid gap-0.5">
          {keyed(value.items).map(({ key, item, position }) => (
            // Tables in a row need a line between them; words do not.
            <li
              key={key}
              className={clsx(
                "min-w-0",
                item.kind === "entries" && "border-line not-first:mt-1 not-first:border-t not-first:pt-1.5",
              )}
            >
              <ShownValueView value={item} label={`${label}, item ${position}`} />
            </li>
          ))}
        </ul>
      );
    case "block":
      return <BlockLink block={value.block} />;
    case "lost block":
      return <LostBlock label={value.label} />;
    case "entries":
      return <Entries entries={value.entries} label={label} />;
  }
}

function LostBlock({ label }: { label: string }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1.75 align-top text-text-2">
      <Icon icon={Unlink} className="text-warn" />
      <span className="break-words">
        The block <span className="font-mono text-text">{label}</span> that stood here was deleted.
      </span>
    </span>
  );
}

function Entries({ entries, label }: { entries: readonly ShownEntry[]; label: string }) {
  return (
    <dl className="grid gap-1">
      {entries.map((entry) => (
        <div
          key={entry.label}
          className="grid grid-cols-[minmax(0,5fr)_minmax(0,7fr)] gap-x-4 max-narrow:grid-cols-1"
        >
          <dt dir="auto" className={clsx("break-words text-left text-text-2", entry.isKey && "font-mono")}>
            {entry.label}
          </dt>
          <dd className="min-w-0">
            <ShownValueView value={entry.value} label={`${label}, ${entry.label}`} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Items of a list have no identity of their own: their place is their key. */
function keyed(items: readonly ShownValue[]) {
  return items.map((item, index) => ({ key: `item-${index}`, position: index + 1, item }));
}
