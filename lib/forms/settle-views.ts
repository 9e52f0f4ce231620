import type { DictRow, Draft, FormDraft, ListRow, OpenText } from "@/lib/forms/draft";
import { dictRows, groupDraft, isTextView, listRows, unionDraft } from "@/lib/forms/draft-shape";
import {
  branchPosition,
  type FieldIssue,
  fieldPosition,
  type Position,
  rowPosition,
} from "@/lib/forms/field-issue";
import type { FieldNode, FormTree, NodeOf } from "@/lib/forms/field-node";
import { unfold } from "@/lib/forms/recursion";
import {
  createLocator,
  type Settled,
  settleView,
  settleWhole,
  textFaultMessage,
} from "@/lib/forms/text-view";
import type { ViewContext } from "@/lib/forms/view-json";

/** The control of the text in which the whole form is edited. */
export const wholeName = "whole";

type Issue = Pick<FieldIssue, "name" | "label" | "message">;
type View = { readonly at: Position; readonly text: OpenText };
export type SettledForm = {
  /** Every text that can be read is a draft again; one that cannot is as it was before it was opened. */
  readonly draft: FormDraft;
  readonly faults: readonly Issue[];
  /** Brings issues inside a text to the control of that text, with the line. Those of a text with faults are left out. */
  readonly place: (issues: readonly FieldIssue[]) => readonly Issue[];
};

/** What a form says, whatever is edited as text at the moment. */
export function settleViews(tree: FormTree, form: FormDraft, context: ViewContext): SettledForm {
  const walk = new Walk(context);
  const f = tree.fields.map((node, index) =>
    walk.settle(node, form.f[index] ?? null, fieldPosition(undefined, index, node)),
  );
  const settled = form.whole ? walk.settleForm(tree, f, form.whole) : f;
  return {
    draft: { name: form.name, f: settled },
    faults: walk.faults,
    place: (issues) => issues.flatMap((issue) => walk.place(issue)),
  };
}

/** One field with all text views in it as drafts again, or the first fault. */
export function settleField(
  node: FieldNode,
  draft: Draft,
  at: Position,
  context: ViewContext,
): { readonly draft: Draft; readonly faults: readonly Issue[] } {
  const walk = new Walk(context);
  return { draft: walk.settle(node, draft, at), faults: walk.faults };
}

class Walk {
  readonly faults: Issue[] = [];
  readonly #views: View[] = [];
  readonly #broken = new Set<string>();
  /** Made once for each text: reading a long one takes its time. */
  readonly #locators = new Map<string, ReturnType<typeof createLocator>>();
  readonly #context: ViewContext;

  constructor(context: ViewContext) {
    this.#context = context;
  }

  settle(node: FieldNode, draft: Draft, at: Position): Draft {
    if (isTextView(draft)) {
      const settled = settleView(node, draft, at, this.#context);
      return this.#take({ at, text: draft }, settled, draft.basis);
    }
    switch (node.kind) {
      case "group":
        return this.#settleGroup(node, draft, at);
      case "list":
        return this.#settleList(node, draft, at);
      case "tuple":
        return this.#settlePlaces(node, draft, at);
      case "recursive":
        return draft === null ? null : this.settle(unfold(node), draft, at);
      case "dict":
        return this.#settleDict(node, draft, at);
      case "union":
        return this.#settleUnion(node, draft, at);
      default:
        return draft;
    }
  }

  settleForm(tree: FormTree, drafts: readonly Draft[], whole: OpenText): readonly Draft[] {
    const at = { name: wholeName, path: [], label: whole.view === "yaml" ? "YAML" : "JSON" };
    return this.#take({ at, text: whole }, settleWhole(tree, drafts, whole, this.#context), drafts);
  }

  place(issue: FieldIssue): readonly Issue[] {
    const view = this.#views.find(
      ({ at }) => at.name === wholeName || at.name === issue.name || issue.name.startsWith(`${at.name}.`),
    );
    if (!view) return [issue];
    const { at, text } = view;
    if (this.#broken.has(at.name)) return [];
    const locate = this.#locators.get(at.name) ?? createLocator(text, this.#context);
    this.#locators.set(at.name, locate);
    const place = locate(issue.path.slice(at.path.length));
    return [
      { name: at.name, label: issue.label, message: textFaultMessage({ ...place, message: issue.message }) },
    ];
  }

  #take<T>(view: View, settled: Settled<T>, basis: T): T {
    this.#views.push(view);
    if (settled.ok) return settled.value;
    const { name, label } = view.at;
    this.#broken.add(name);
    this.faults.push(...settled.faults.map((fault) => ({ name, label, message: textFaultMessage(fault) })));
    return basis;
  }

  #settleGroup(node: NodeOf<"group">, draft: Draft, at: Position): Draft {
    const { isSet, f } = groupDraft(draft);
    if (!isSet) return draft;
    return {
      isSet,
      f: f.map((part, index) => {
        const field = node.fields[index];
        return field ? this.settle(field, part, fieldPosition(at, index, field)) : part;
      }),
    };
  }

  #settleList(node: NodeOf<"list">, draft: Draft, at: Position): Draft {
    const rows = listRows(draft);
    if (!rows) return draft;
    const settleRow = (row: ListRow, index: number) => ({
      ...row,
      value: this.settle(node.item, row.value, rowPosition(at, index, index)),
    });
    return { rows: rows.map(settleRow) };
  }

  #settlePlaces(node: NodeOf<"tuple">, draft: Draft, at: Position): Draft {
    const rows = listRows(draft);
    if (!rows) return draft;
    const settleRow = (row: ListRow, index: number) => {
      const item = node.items[index];
      return item ? { ...row, value: this.settle(item, row.value, rowPosition(at, index, index)) } : row;
    };
    return { rows: rows.map(settleRow) };
  }

  #settleDict(node: NodeOf<"dict">, draft: Draft, at: Position): Draft {
    const rows = dictRows(draft);
    if (!rows) return draft;
    const settleRow = (row: DictRow, index: number) => ({
      ...row,
      value: this.settle(node.value, row.value, rowPosition(at, index, row.key)),
    });
    return { rows: rows.map(settleRow) };
  }

  #settleUnion(node: NodeOf<"union">, draft: Draft, at: Position): Draft {
    const { branch, drafts } = unionDraft(draft);
    const chosen = branch === null ? undefined : node.branches[branch];
    if (branch === null || !chosen) return draft;
    const settled = this.settle(chosen.node, drafts[branch] ?? null, branchPosition(at, branch));
    return { branch, drafts: drafts.with(branch, settled) };
  }
}
