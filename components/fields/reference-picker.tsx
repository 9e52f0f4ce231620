"use client";

import { clsx } from "clsx";
import { Check, Plus, Search } from "lucide-react";
import { type KeyboardEvent, useId, useState } from "react";
import type { ReferenceTypes } from "@/components/forms/form-contract";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import type { ReferenceCandidate } from "@/lib/blocks/list-reference-candidates";
import { formatCount } from "@/lib/text/format-count";

type ReferencePickerProps = {
  slugs: readonly string[];
  /** Newest first. */
  choices: readonly ReferenceCandidate[];
  types: ReferenceTypes;
  chosenId: string | null;
  onChoose: (choice: ReferenceCandidate) => void;
  /** Absent where a block is being made already. */
  onNew?: (slug: string) => void;
};

/** What lies in the popover of a reference: a search, the blocks, and "New …" last. */
export function ReferencePicker(props: ReferencePickerProps) {
  const { slugs, choices, types, chosenId, onChoose, onNew } = props;
  const [search, setSearch] = useState("");
  const [active, setActive] = useState(0);
  const id = useId();
  const wanted = search.trim().toLowerCase();
  const found = choices.filter(({ name, typeName }) => `${name} ${typeName}`.toLowerCase().includes(wanted));

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const choice = found[active];
    if (step !== undefined && found.length > 0) setActive((active + step + found.length) % found.length);
    else if (event.key === "Enter" && choice) onChoose(choice);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <div className="relative border-line border-b p-2">
        <Icon icon={Search} className="absolute top-4.25 left-4.5 text-text-3 max-medium:top-5" />
        <Input
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          {...(found[active] ? { "aria-activedescendant": `${id}-${active}` } : {})}
          aria-label="Search blocks"
          placeholder="Search blocks"
          // The popover is open before this file is loaded: it finds nothing to focus.
          ref={focusOnce}
          autoComplete="off"
          spellCheck={false}
          value={search}
          onChange={(event) => {
            setSearch(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
          className="pl-8"
        />
      </div>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={`${typeWords(slugs, types)} blocks, newest first`}
        className={clsx("min-h-0 overflow-y-auto", found.length > 0 && "p-1")}
      >
        {found.map((choice, index) => (
          <Option
            key={choice.id}
            id={`${id}-${index}`}
            choice={choice}
            types={types}
            hasSeveralTypes={slugs.length > 1}
            isActive={index === active}
            isChosen={choice.id === chosenId}
            onChoose={() => onChoose(choice)}
            onPoint={() => setActive(index)}
          />
        ))}
      </div>
      {found.length === 0 ? (
        <p className="px-3 py-3 text-text-2">
          {choices.length === 0
            ? `There is no ${typeWords(slugs, types)} block yet.`
            : `No block matches "${search.trim()}".`}
        </p>
      ) : null}
      <Foot slugs={slugs} types={types} count={choices.length} {...(onNew ? { onNew } : {})} />
    </>
  );
}

type FootProps = Pick<ReferencePickerProps, "slugs" | "types" | "onNew"> & { count: number };

function Foot({ slugs, types, count, onNew }: FootProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-0.5 border-line border-t px-3 py-1.5">
      {onNew
        ? slugs
            .filter((slug) => types[slug])
            .map((slug) => (
              <button
                key={slug}
                type="button"
                className="inline-flex min-h-7 items-center gap-1.25 font-medium text-accent underline-offset-3 hover:underline"
                onClick={() => onNew(slug)}
              >
                <Icon icon={Plus} />
                New {types[slug]?.name ?? slug}…
              </button>
            ))
        : null}
      {count > 0 ? (
        <span className="ml-auto text-text-3 text-xs">{formatCount(count, "block")}, newest first</span>
      ) : null}
    </div>
  );
}

function typeWords(slugs: readonly string[], types: ReferenceTypes): string {
  return slugs.map((slug) => types[slug]?.name ?? slug).join(" or ");
}

type OptionProps = {
  id: string;
  choice: ReferenceCandidate;
  types: ReferenceTypes;
  hasSeveralTypes: boolean;
  isActive: boolean;
  isChosen: boolean;
  onChoose: () => void;
  onPoint: () => void;
};

function Option({ id, choice, types, hasSeveralTypes, isActive, isChosen, onChoose, onPoint }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above has the keyboard
    // biome-ignore lint/a11y/useFocusableInteractive: the combobox keeps the focus and names the active option
    <div
      id={id}
      role="option"
      aria-selected={isChosen}
      ref={isActive ? scrollIntoView : null}
      onClick={onChoose}
      onPointerMove={onPoint}
      className={clsx(
        "flex min-h-10 cursor-pointer items-center gap-2.5 rounded-ctl px-2 py-1 max-medium:min-h-11",
        isActive && "bg-on",
      )}
    >
      {types[choice.typeSlug]?.logo}
      <span className="min-w-0 break-words font-medium font-mono">{choice.name}</span>
      {isChosen ? <Icon icon={Check} className="text-accent" /> : null}
      <span className="ml-auto flex items-center gap-2 whitespace-nowrap text-text-3 text-xs">
        {hasSeveralTypes ? <span>{choice.typeName}</span> : null}
        <span>{choice.updated}</span>
      </span>
    </div>
  );
}

function scrollIntoView(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: "nearest" });
}

function focusOnce(input: HTMLInputElement | null): void {
  input?.focus();
}
