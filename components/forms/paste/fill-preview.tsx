"use client";

import { ArrowRight } from "lucide-react";
import { useId } from "react";
import { Icon } from "@/components/ui/icon";
import { Select } from "@/components/ui/select";
import { formats } from "@/lib/paste/formats";
import type { Fill, FillPlan } from "@/lib/paste/plan-fill";
import type { Recognised } from "@/lib/paste/recognise";
import type { ShownDraft } from "@/lib/paste/shown-draft";

type FillPreviewProps = {
  found: Recognised | undefined;
  plan: FillPlan | undefined;
  chosen: number;
  onChoose: (index: number) => void;
};

/** What a text is, which of its parts counts, and what it does to the form. */
export function FillPreview({ found, plan, chosen, onChoose }: FillPreviewProps) {
  if (!found || !plan)
    return <p className="text-text-2">This is none of the texts that the form understands.</p>;
  const { text, choice } = { choice: undefined, ...formats[found.format] };
  return (
    <>
      <p className="font-medium">Found: {text}</p>
      {found.sources.length > 1 && choice !== undefined ? (
        <Choice
          label={choice}
          options={found.sources.map(({ label }) => (label === "" ? "Without a name" : label))}
          chosen={chosen}
          onChoose={onChoose}
        />
      ) : null}
      {plan.fills.length > 0 ? (
        <ul aria-label="Fields to fill" className="mt-2 divide-y divide-line border-line border-y">
          {plan.fills.map((fill) => (
            <FillRow key={fill.label} fill={fill} />
          ))}
        </ul>
      ) : (
        <p className="mt-1 text-text-2">
          {plan.same.length > 0
            ? "Everything in it stands in the form already."
            : "It says nothing that this form has a field for."}
        </p>
      )}
      {plan.unused.length > 0 ? (
        <p className="mt-2 break-words text-text-2">Not used: {plan.unused.join(", ")}.</p>
      ) : null}
    </>
  );
}

type ChoiceProps = {
  label: string;
  options: readonly string[];
  chosen: number;
  onChoose: (index: number) => void;
};

function Choice({ label, options, chosen, onChoose }: ChoiceProps) {
  const id = useId();
  return (
    <div className="mt-2 flex flex-wrap items-center gap-2">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <Select
        id={id}
        value={chosen}
        onChange={(event) => onChoose(Number(event.target.value))}
        className="w-75 max-narrow:w-full"
      >
        {options.map((option, index) => (
          <option key={option} value={index}>
            {option}
          </option>
        ))}
      </Select>
    </div>
  );
}

function FillRow({ fill }: { fill: Fill }) {
  return (
    <li className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] gap-x-3 gap-y-0.5 py-2 max-narrow:grid-cols-1">
      <span className="font-medium">{fill.label}</span>
      <span className="min-w-0">
        {fill.goes ? (
          <span className="mb-0.5 flex flex-wrap items-center gap-x-1.5 text-warn">
            Replaces <Shown draft={fill.goes} />
            <Icon icon={ArrowRight} size={12} />
          </span>
        ) : null}
        <Shown draft={fill.comes} />
      </span>
    </li>
  );
}

function Shown({ draft }: { draft: ShownDraft }) {
  return "value" in draft ? (
    <code className="break-all font-mono text-xs">{draft.value === "" ? "(empty)" : draft.value}</code>
  ) : (
    <span className="text-text-2">{draft.words}</span>
  );
}
