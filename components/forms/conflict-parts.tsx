"use client";

import { type ReactNode, useId } from "react";
import type { Conflict } from "@/components/forms/conflict-view";
import type { ReviewRow } from "@/components/forms/review-rows";
import { hasLineDiff, LineDiff, ShownValue } from "@/components/forms/shown-change";
import type { Side } from "@/lib/forms/merge-drafts";

type ConflictChoiceProps = { conflict: Conflict; side: Side; onChoose: (side: Side) => void };

/** One value that both changed: yours or theirs. */
export function ConflictChoice({ conflict: { mine, theirs }, side, onChoose }: ConflictChoiceProps) {
  const name = useId();
  const [first] = [...mine, ...theirs];
  return (
    <fieldset className="rounded-card border border-warn-line p-3">
      <legend className="px-1 font-medium">{first?.label}</legend>
      <div className="grid gap-3 medium:grid-cols-2">
        <Option name={name} title="Yours" isChosen={side === "mine"} onChoose={() => onChoose("mine")}>
          <Changes rows={mine} title={first?.label} />
        </Option>
        <Option name={name} title="Theirs" isChosen={side === "theirs"} onChoose={() => onChoose("theirs")}>
          <Changes rows={theirs} title={first?.label} />
        </Option>
      </div>
    </fieldset>
  );
}

type OptionProps = {
  name: string;
  title: string;
  isChosen: boolean;
  onChoose: () => void;
  children: ReactNode;
};

function Option({ name, title, isChosen, onChoose, children }: OptionProps) {
  const id = useId();
  return (
    <div className="min-w-0">
      <label className="mb-1 flex min-h-6 w-fit items-center gap-2 font-medium">
        <input
          type="radio"
          name={name}
          checked={isChosen}
          onChange={onChoose}
          aria-describedby={id}
          className="size-4 accent-accent"
        />
        {title}
      </label>
      <div id={id} className="min-w-0 pl-6">
        {children}
      </div>
    </div>
  );
}

/** Changes of one side inside one value. The label of each is told only where it is not the value's own. */
function Changes({ rows, title }: { rows: readonly ReviewRow[]; title: string | undefined }) {
  return (
    <div className="grid gap-1.5">
      {rows.map((row) => (
        <div key={`${row.path} ${row.label}`} className="min-w-0">
          {row.label === title ? null : <div className="text-text-3 text-xs">{row.label}</div>}
          <Change row={row} />
        </div>
      ))}
    </div>
  );
}

function Change({ row }: { row: ReviewRow }) {
  if (hasLineDiff(row)) return <LineDiff {...row} />;
  return (
    <div className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
      <ShownValue shown={row.stored} change="stored" />
      <span aria-hidden className="text-text-3">
        →
      </span>
      <span className="sr-only">becomes</span>
      <ShownValue shown={row.after} change="after" />
    </div>
  );
}

/** What only one of the two changed. */
export function OneSided({ id, title, rows }: { id: string; title: string; rows: readonly ReviewRow[] }) {
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="mb-1.5 font-semibold">
        {title}
      </h3>
      <dl className="border-line border-t">
        {rows.map((row) => (
          <div
            key={`${row.path} ${row.label}`}
            className="grid grid-cols-[28%_minmax(0,1fr)] gap-x-3 border-line border-b py-2 max-narrow:grid-cols-1"
          >
            <dt className="break-words font-medium">{row.label}</dt>
            <dd className="min-w-0">
              <Change row={row} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
