import type {
  DictRow,
  Draft,
  DraftOf,
  ListRow,
  MismatchDraft,
  SecretDraft,
  TextViewDraft,
} from "@/lib/forms/draft";

// A draft does not say of which kind it is: these guards do. Each answers "nothing" for a draft of another kind.

export function isMismatchDraft(draft: Draft | undefined): draft is MismatchDraft {
  return isRecord(draft) && "mismatch" in draft;
}

export function isSecretDraft(draft: Draft | undefined): draft is SecretDraft {
  return isRecord(draft) && "action" in draft;
}

export function isTextView(draft: Draft | undefined): draft is TextViewDraft {
  return isRecord(draft) && "basis" in draft;
}

/** Text of a text, number, enum or date draft. */
export function textDraft(draft: Draft | undefined): string | null {
  return typeof draft === "string" ? draft : null;
}

export function booleanDraft(draft: Draft | undefined): boolean | null {
  return typeof draft === "boolean" ? draft : null;
}

export function listRows(draft: Draft | undefined): readonly ListRow[] | null {
  if (!isRecord(draft) || !("rows" in draft)) return null;
  return draft.rows.flatMap((row) => ("key" in row ? [] : [row]));
}

export function dictRows(draft: Draft | undefined): readonly DictRow[] | null {
  if (!isRecord(draft) || !("rows" in draft)) return null;
  return draft.rows.flatMap((row) => ("key" in row ? [row] : []));
}

export function unionDraft(draft: Draft | undefined): DraftOf<"union"> {
  return isRecord(draft) && "branch" in draft ? draft : { branch: null, drafts: [] };
}

export function groupDraft(draft: Draft | undefined): DraftOf<"group"> {
  return isRecord(draft) && "isSet" in draft ? draft : { isSet: false, f: [] };
}

export function referenceDraft(draft: Draft | undefined): DraftOf<"reference"> {
  const isReference = isRecord(draft) && ("documentId" in draft || "inline" in draft || "lost" in draft);
  return isReference ? draft : null;
}

export function jsonDraft(draft: Draft | undefined): DraftOf<"json"> {
  return isRecord(draft) && "language" in draft ? draft : null;
}

/** Whether two drafts say the same. Drafts are plain JSON whose keys may come in any order. */
export function isSameDraft(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const [left, right] = [Object.entries(a), Object.entries(b)].map((entries) =>
    entries.filter(([, value]) => value !== undefined),
  );
  if (left?.length !== right?.length || Array.isArray(a) !== Array.isArray(b)) return false;
  const others = new Map(right);
  return left?.every(([key, value]) => others.has(key) && isSameDraft(value, others.get(key))) ?? false;
}

function isRecord(draft: Draft | undefined): draft is Exclude<Draft, null | string | boolean> {
  return typeof draft === "object" && draft !== null;
}
