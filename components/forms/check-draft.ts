import { blockTitles } from "@/components/forms/block-titles";
import type { Fault } from "@/components/forms/error-summary";
import type { References } from "@/components/forms/form-contract";
import type { FormDraft } from "@/lib/forms/draft";
import type { FieldIssue } from "@/lib/forms/field-issue";
import type { FormTree } from "@/lib/forms/field-node";
import { hasOpenText } from "@/lib/forms/open-texts";
import type { SettledForm } from "@/lib/forms/settle-views";
import { loadTextParsers, type TextParsers } from "@/lib/forms/text-parsers";

export type CheckedDraft = {
  /** What is edited as text at the moment is a draft in it. */
  readonly draft: FormDraft;
  readonly parsers: TextParsers;
  readonly faults: readonly Fault[];
};

type CheckOptions = {
  readonly tree: FormTree;
  readonly initial: FormDraft;
  readonly isNew: boolean;
  readonly references: References;
  readonly checkName?: ((name: string) => string | undefined) | undefined;
};

/** All that is wrong with a form, at the controls that it shows at the moment. What judges is loaded with the first one. */
export async function checkDraft(options: CheckOptions, form: FormDraft): Promise<CheckedDraft> {
  const { tree, initial, isNew, references, checkName } = options;
  const { validateDraft } = await import("@/lib/forms/validate");
  const parsers = await loadTextParsers(form);
  const { draft, faults, place } = await settle(tree, form, parsers, references);
  const nameFault = checkName?.(draft.name);
  const issues = validateDraft(tree, draft.f, { initial: initial.f, isNew, parsers });
  return {
    draft,
    parsers,
    faults: [
      ...(nameFault === undefined ? [] : [{ name: "name", label: "Block name", message: nameFault }]),
      ...faults,
      ...place(issues),
    ],
  };
}

/** The code that reads texts is loaded when there is one. */
async function settle(
  tree: FormTree,
  form: FormDraft,
  parsers: TextParsers,
  references: References,
): Promise<SettledForm> {
  if (!hasOpenText(form))
    return { draft: form, faults: [], place: (issues: readonly FieldIssue[]) => issues };
  const { settleViews } = await import("@/lib/forms/settle-views");
  return settleViews(tree, form, { parsers, blocks: blockTitles(references) });
}

/** The faults of one control as one message, a line for each; undefined when there is none. */
export function messageAt(faults: readonly Fault[], name: string): string | undefined {
  const found = faults.filter((fault) => fault.name === name);
  return found.length === 0 ? undefined : found.map(({ message }) => message).join("\n");
}
