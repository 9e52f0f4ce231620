"use client";

import { useEffect, useRef } from "react";
import { createPortal } from "react-dom";
import { useFormContext } from "react-hook-form";
import type { OfferedText } from "@/components/forms/paste/use-paste-offer";
import { useRecognised } from "@/components/forms/paste/use-recognised";
import { Button } from "@/components/ui/button";
import { announce } from "@/components/ui/toast";
import type { Draft } from "@/lib/forms/draft";
import type { FormTree } from "@/lib/forms/field-node";
import type { PasteHelp } from "@/lib/paste/fill-rules";
import { formats } from "@/lib/paste/formats";
import { type FillPlan, planFill } from "@/lib/paste/plan-fill";
import type { Recognised } from "@/lib/paste/recognise";
import { formatCount } from "@/lib/text/format-count";

type PasteOfferProps = {
  tree: FormTree;
  help: PasteHelp;
  offered: OfferedText;
  onFill: (plan: FillPlan, place: HTMLElement) => void;
  /** More than one thing could be filled in, or something would go: a person has to look. */
  onChoose: () => void;
  onAsText: (offered: OfferedText) => void;
};

/** Below the input into which a text was pasted: what it looks like, and what it could fill. */
export function PasteOffer({ tree, help, offered, onFill, onChoose, onAsText }: PasteOfferProps) {
  const { getValues } = useFormContext();
  const found = useRecognised(offered.text);
  const offer = found === "reading" ? found : offerOf(found, { tree, help, offered, drafts: getValues("f") });
  const asText = useRef(() => onAsText(offered));
  const sentence = typeof offer === "object" ? offer.sentence : undefined;
  useEffect(() => {
    if (offer === undefined) asText.current();
  }, [offer]);
  useEffect(() => {
    if (sentence !== undefined) announce(sentence);
  }, [sentence]);

  if (typeof offer !== "object") return null;
  const { plan, needsLook } = offer;
  const action = `Fill ${formatCount(plan.fills.length, "field")}${needsLook ? "…" : ""}`;
  return createPortal(
    <fieldset
      aria-label="Pasted text"
      className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1.5 rounded-ctl border border-accent-line bg-accent-soft px-3 py-2 text-sm"
    >
      <span className="min-w-0 flex-1 basis-56 text-text">{sentence}</span>
      <span className="flex gap-1.5">
        <Button size="small" onClick={() => (needsLook ? onChoose() : onFill(plan, offered.place))}>
          {action}
        </Button>
        <Button variant="quiet" size="small" onClick={() => onAsText(offered)}>
          Paste as text
        </Button>
      </span>
    </fieldset>,
    offered.place,
  );
}

type Offer = { readonly plan: FillPlan; readonly needsLook: boolean; readonly sentence: string };
type Form = Pick<PasteOfferProps, "tree" | "help" | "offered"> & { readonly drafts: readonly Draft[] };

/** Undefined: the text is nothing that pasting it as it is would not do as well. */
function offerOf(found: Recognised | undefined, { tree, help, offered, drafts }: Form): Offer | undefined {
  if (!found) return undefined;
  const [source] = found.sources;
  const plan = planFill(tree, help.rules, drafts, { source, text: found.text });
  const [only] = plan.fills;
  const isItself =
    plan.fills.length === 1 &&
    plan.drafts.has(offered.name) &&
    only !== undefined &&
    "value" in only.comes &&
    only.comes.value === offered.text.trim();
  if (plan.fills.length === 0 || isItself) return undefined;
  return {
    plan,
    needsLook: found.sources.length > 1 || plan.fills.some(({ goes }) => goes !== undefined),
    sentence: `This looks like ${formats[found.format].text}.`,
  };
}
