"use client";

import Link from "next/link";
import { useRef } from "react";
import { FieldErrorLine } from "@/components/fields/field-frame";
import { fieldIds } from "@/components/fields/field-ids";
import { useDraftPart } from "@/components/fields/use-draft";
import type { Fault } from "@/components/forms/error-summary";
import { useFormServices } from "@/components/forms/form-services";
import { Input } from "@/components/ui/input";
import { blockNameRule, checkBlockName } from "@/lib/forms/block-name";
import { withArticle } from "@/lib/forms/labels";

/** A name that another block of the type has. */
export type TakenName = { readonly name: string; readonly id: string };
type NameBoxProps = {
  slug: string;
  typeName: string;
  taken: TakenName | null;
  /** The input was left with a name that may be used, if it is free. */
  onLeave: (name: string) => void;
  /** Before the page is left for the block that has the name. */
  onOpenTaken: () => void;
};

/** The name of a new block, set apart from its fields: the rule stands there before it is broken. */
export function NameBox({ slug, typeName, taken, onLeave, onOpenTaken }: NameBoxProps) {
  const { draft: text, setDraft, validate, error } = useDraftPart<string>("name");
  const { idPrefix } = useFormServices();
  const ids = fieldIds(idPrefix, "name");
  const control = useRef<HTMLInputElement>(null);
  const checked = checkBlockName(text);
  const suggestion = text !== "" && !checked.ok ? checked.suggestion : undefined;

  return (
    <div className="mb-3 rounded-card border border-line bg-bg px-4 pt-4 pb-3" data-field="name">
      <div className="flex flex-wrap items-baseline gap-x-2">
        <label id={ids.label} htmlFor={ids.control} className="font-medium text-md/5">
          Block name
        </label>
        <span className="text-text-3 text-xs">Required</span>
      </div>
      <p id={ids.help} className="mt-px text-sm text-text-2">
        {blockNameRule} It cannot be changed later.
      </p>
      <Input
        id={ids.control}
        ref={control}
        value={text}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={() => {
          // Known to be taken: nothing has changed, nothing flickers.
          if (error !== undefined && taken?.name === text) return;
          validate();
          if (checked.ok) onLeave(text);
        }}
        isMono
        aria-required
        aria-describedby={`${ids.help} ${ids.note}${error === undefined ? "" : ` ${ids.error}`}`}
        {...(error === undefined ? {} : { "aria-invalid": true })}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        className="mt-1.75 max-w-105 max-narrow:max-w-none"
      />
      {error === undefined ? null : (
        <FieldErrorLine id={ids.error}>
          {taken?.name === text ? <Taken typeName={typeName} taken={taken} onOpen={onOpenTaken} /> : error}
        </FieldErrorLine>
      )}
      <p
        id={ids.note}
        className="mt-1.5 flex min-h-6.5 flex-wrap items-center gap-x-3 break-words text-sm text-text-3"
      >
        {suggestion === undefined ? (
          <span>
            Flows load it as{" "}
            <span className="break-all font-mono">
              {slug}/<span className="text-text">{checked.ok ? text : "…"}</span>
            </span>
          </span>
        ) : (
          <button
            type="button"
            className="inline-flex min-h-6.5 items-center break-all rounded-ctl border border-accent-line bg-accent-soft px-2.25 text-left font-medium text-accent hover:border-accent"
            // Pressed before the input is left: what is wrong with the text need not be said any more.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              setDraft(suggestion);
              control.current?.focus();
            }}
          >
            <span>
              Use <span className="font-mono">{suggestion}</span>
            </span>
          </button>
        )}
      </p>
    </div>
  );
}

function Taken({ typeName, taken, onOpen }: { typeName: string; taken: TakenName; onOpen: () => void }) {
  return (
    <>
      {withArticle(typeName).split(" ")[0] === "an" ? "An" : "A"} {typeName} block with this name exists.{" "}
      <Link href={`/blocks/block/${taken.id}`} prefetch={false} data-keeps-draft onClick={onOpen}>
        Open {taken.name}
      </Link>{" "}
      or choose another name.
    </>
  );
}

/** The same fault in the error summary. */
export function takenFault(typeName: string, name: string): Fault {
  return { name: "name", label: "Block name", message: `${name} is taken by another ${typeName} block.` };
}
