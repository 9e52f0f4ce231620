"use client";

import { Lock, Trash2, Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import { FieldFrame } from "@/components/fields/field-frame";
import { useFieldIds } from "@/components/fields/field-ids";
import { SecretInput } from "@/components/fields/secret-input";
import { useSlot } from "@/components/fields/slot";
import { useDraft } from "@/components/fields/use-draft";
import { useFocusAfter } from "@/components/fields/use-focus-after";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { SecretDraft } from "@/lib/forms/draft";
import type { FieldNode } from "@/lib/forms/field-node";

type SecretFieldProps = {
  node: FieldNode;
  name: string;
  /** For a secret that is no text (a list that is secret as a whole): Replace opens the node's own control. */
  onReplace?: () => void;
};

/** A stored secret is never an input: Keep is a sentence with Replace and Clear. The input exists only after Replace. */
export function SecretField({ node, name, onReplace }: SecretFieldProps) {
  const { draft } = useDraft<"secret">(name);
  const [container, focusNext] = useFocusAfter();
  return (
    <div ref={container}>
      {draft.action === "replace" ? (
        <SecretInput node={node} name={name} onKeep={focusNext} />
      ) : (
        <StoredSecret
          node={node}
          name={name}
          onChange={focusNext}
          {...(onReplace === undefined ? {} : { onReplace })}
        />
      )}
    </div>
  );
}

function StoredSecret(props: SecretFieldProps & { onChange: () => void }) {
  const { node, name, onReplace, onChange } = props;
  const { draft, setDraft, error } = useDraft<"secret">(name);
  const { label } = useFieldIds(name);
  const { isBare } = useSlot();
  const act = (action: SecretDraft["action"]) => {
    onChange();
    setDraft({ ...draft, action, text: "" });
  };
  return (
    <FieldFrame node={node} name={name} error={error} labels="group" isSecret>
      {draft.action === "clear" ? (
        <Row tone="clear" icon={<Icon icon={Trash2} className="text-warn" />} text={clearedText(draft)}>
          <RowButton labelId={label} icon={<Icon icon={Undo2} size={14} />} onClick={() => act("keep")}>
            Keep
          </RowButton>
        </Row>
      ) : (
        <Row tone="keep" icon={<Icon icon={Lock} className="text-text-3" />} text={keptText(draft)}>
          <RowButton labelId={label} onClick={onReplace ?? (() => act("replace"))}>
            Replace
          </RowButton>
          {node.required || isBare ? null : (
            <RowButton labelId={label} isNext={false} onClick={() => act("clear")}>
              Clear
            </RowButton>
          )}
        </Row>
      )}
    </FieldFrame>
  );
}

function keptText(draft: SecretDraft): string {
  if (draft.copiedFrom !== undefined) return `Copied from ${draft.copiedFrom}`;
  return draft.changed === undefined ? "Set" : `Set, changed ${draft.changed}`;
}

function clearedText(draft: SecretDraft): string {
  return draft.copiedFrom === undefined ? "Will be cleared when you save" : "Will not be copied";
}

const tones = {
  keep: "border-line-strong bg-sunken",
  clear: "border-warn-line bg-warn-soft text-text",
} as const;

type RowProps = { tone: keyof typeof tones; icon: ReactNode; text: string; children: ReactNode };

function Row({ tone, icon, text, children }: RowProps) {
  return (
    <div
      className={`flex min-h-ctl flex-wrap items-center gap-x-2.5 rounded-ctl border py-0.5 pr-1 pl-2.5 text-sm ${tones[tone]}`}
    >
      {icon}
      <span className="min-w-0 flex-1 break-words">{text}</span>
      <span className="flex gap-0.5">{children}</span>
    </div>
  );
}

type RowButtonProps = {
  labelId: string;
  icon?: ReactNode;
  isNext?: boolean;
  onClick: () => void;
  children: string;
};

/** Its name is its word alone; the description says to which field it belongs. */
function RowButton({ labelId, icon, isNext = true, onClick, children }: RowButtonProps) {
  return (
    <Button
      variant="quiet"
      size="small"
      icon={icon}
      aria-describedby={labelId}
      {...(isNext ? { "data-focus": true } : {})}
      onClick={onClick}
    >
      {children}
    </Button>
  );
}
