"use client";

import { clsx } from "clsx";
import { type RefObject, useId, useRef, useState } from "react";
import { useFormContext } from "react-hook-form";
import { BlockChoice, isBlockChoice } from "@/components/fields/block-choice";
import { BranchQuestion } from "@/components/fields/branch-question";
import { FieldFrame } from "@/components/fields/field-frame";
import { useFieldIds } from "@/components/fields/field-ids";
import { BareSlot, useSlot } from "@/components/fields/slot";
import { useDraftPart, useFieldError } from "@/components/fields/use-draft";
import { hasTextView, ViewSwitch } from "@/components/fields/view-switch";
import { useFormServices } from "@/components/forms/form-services";
import { droppedBySwitch } from "@/lib/forms/dropped-by-switch";
import type { FieldNode, UnionNode } from "@/lib/forms/field-node";

/** One of several kinds of value. */
export function UnionField({ node, name }: { node: UnionNode; name: string }) {
  const slot = useSlot();
  const error = useFieldError(name);
  const choice = useChoice(node, name);
  const { branch, choose } = choice;
  if (!slot.isBare || branch === null || !isBlockChoice(node))
    return <ChoiceField node={node} name={name} {...choice} />;
  return (
    <FieldFrame node={node} name={name} labels="group" error={error}>
      <BlockChoice node={node} name={name} branch={branch} title={slot.label} onChoose={choose} />
      <Question node={node} {...choice} />
    </FieldFrame>
  );
}

type Choosing = {
  readonly branch: number | null;
  readonly chosen: UnionNode["branches"][number] | undefined;
  readonly asked: Asked | null;
  readonly choices: RefObject<HTMLDivElement | null>;
  readonly choose: (next: number | null) => void;
  readonly answer: (isSwitch: boolean) => void;
};

/** Which branch is chosen; leaving one that holds something asks first. */
function useChoice(node: UnionNode, name: string): Choosing {
  const { draft: branch, setDraft } = useDraftPart<number | null>(`${name}.branch`);
  const { getValues } = useFormContext();
  const [asked, setAsked] = useState<Asked | null>(null);
  const choices = useRef<HTMLDivElement>(null);

  const choose = (next: number | null) => {
    // "Not set" says itself that nothing stays.
    const dropped = next === null || next === branch ? [] : droppedBySwitch(node, getValues(name));
    if (dropped.length > 0 && next !== null) return setAsked({ branch: next, dropped });
    setAsked(null);
    setDraft(next);
  };
  const answer = (isSwitch: boolean) => {
    if (asked && isSwitch) setDraft(asked.branch);
    setAsked(null);
    requestAnimationFrame(() => choices.current?.querySelector<HTMLElement>("input:checked")?.focus());
  };
  const chosen = branch === null ? undefined : node.branches[branch];
  return { branch, chosen, asked, choices, choose, answer };
}

function Question({ node, chosen, asked, answer }: Choosing & { node: UnionNode }) {
  if (!asked || !chosen) return null;
  return (
    <BranchQuestion
      from={chosen.label}
      to={node.branches[asked.branch]?.label ?? ""}
      dropped={asked.dropped}
      onSwitch={() => answer(true)}
      onKeep={() => answer(false)}
    />
  );
}

/** A joined bar of choices in words, the control of the chosen one below. */
function ChoiceField({ node, name, ...choice }: Choosing & { node: UnionNode; name: string }) {
  const { branch, chosen, asked, choices, choose } = choice;
  const { FieldView } = useFormServices();
  const error = useFieldError(name);
  const ids = useFieldIds(name);
  const slot = useSlot();
  const title = slot.isBare ? slot.label : node.label;
  // A row that shall not be is removed.
  const options = choicesOf(node, !node.required && !slot.isBare);

  return (
    <FieldFrame
      node={node}
      name={name}
      labels="group"
      error={error}
      actions={
        chosen && !slot.isBare && hasTextView(node) ? (
          <ViewSwitch node={node} name={name} view="form" describedBy={ids.label} />
        ) : null
      }
    >
      <div className="overflow-hidden rounded-card border border-line-strong">
        <div
          ref={choices}
          id={`${ids.control}-choices`}
          role="radiogroup"
          {...(slot.isBare ? { "aria-label": slot.label } : { "aria-labelledby": ids.label })}
          {...(error === undefined ? {} : { "aria-describedby": ids.error })}
          className={clsx("grid bg-sunken max-narrow:grid-cols-1", columnsFor(options.length))}
        >
          {options.map((choice) => (
            <Choice
              key={choice.branch}
              label={choice.label}
              hint={choice.hint}
              group={ids.control}
              isChosen={choice.branch === (asked ? asked.branch : branch)}
              onChoose={() => choose(choice.branch)}
            />
          ))}
        </div>
        <Question node={node} {...choice} />
        {chosen === undefined || chosen.node.kind === "const" ? null : (
          <div className={clsx("border-line border-t p-3", isShort(node, chosen.node) && "*:max-w-75")}>
            <BareSlot key={branch} label={`${title}, ${lowerFirst(chosen.label)}`}>
              <FieldView node={chosen.node} name={`${name}.drafts.${branch}`} />
            </BareSlot>
          </div>
        )}
      </div>
    </FieldFrame>
  );
}

/** Another choice that waits for an answer. */
type Asked = { readonly branch: number; readonly dropped: readonly string[] };
type Choice = { readonly branch: number | null; readonly label: string; readonly hint: string };

/** "Not set" comes first, where nothing need be chosen. */
function choicesOf(node: UnionNode, canBeUnset: boolean): readonly Choice[] {
  const branches = node.branches.map(({ label, hint }, branch) => ({ branch, label, hint }));
  if (!canBeUnset) return branches;
  const hint = node.defaultLabel === undefined ? "" : `Default: ${node.defaultLabel}`;
  return [{ branch: null, label: "Not set", hint }, ...branches];
}

function columnsFor(count: number): string {
  if (count === 2 || count === 4) return "grid-cols-2";
  return count === 1 ? "grid-cols-1" : "grid-cols-3";
}

/** A text that may be a number instead is short too: "512m". */
function isShort(node: UnionNode, chosen: FieldNode): boolean {
  const isNumeric = node.branches.some((branch) => branch.node.kind === "number");
  return chosen.kind === "number" || (isNumeric && chosen.kind === "text" && !chosen.multiline);
}

function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

type ChoiceProps = {
  label: string;
  hint: string;
  group: string;
  isChosen: boolean;
  onChoose: () => void;
};

function Choice({ label, hint, group, isChosen, onChoose }: ChoiceProps) {
  const id = useId();
  return (
    // The lines between choices: each draws its own above and left, the frame hides the outer ones.
    <label className="-mt-px -ml-px grid cursor-pointer grid-cols-[16px_1fr] content-start gap-x-2 gap-y-px border-line border-t border-l px-3 py-2.25 text-sm has-checked:bg-surface max-narrow:min-h-11">
      <input
        type="radio"
        name={group}
        checked={isChosen}
        onChange={onChoose}
        aria-labelledby={`${id}-label`}
        {...(hint === "" ? {} : { "aria-describedby": `${id}-hint` })}
        className="mt-0.75 size-3.5 cursor-pointer appearance-none rounded-full border border-line-ctl bg-surface checked:border-4 checked:border-accent-fill focus-visible:rounded-full"
      />
      <span id={`${id}-label`} className="font-medium text-text">
        {label}
      </span>
      {hint === "" ? null : (
        <span id={`${id}-hint`} className="col-start-2 text-text-3 text-xs">
          {hint}
        </span>
      )}
    </label>
  );
}
