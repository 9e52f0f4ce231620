"use client";

import { Lock, X } from "lucide-react";
import { type FocusEvent, type KeyboardEvent, useRef } from "react";
import { flushSync } from "react-dom";
import { dictColumns } from "@/components/fields/dict-columns";
import { FieldErrorLine } from "@/components/fields/field-frame";
import { useFieldIds } from "@/components/fields/field-ids";
import { RowMaskNote } from "@/components/fields/row-mask-note";
import { BareSlot } from "@/components/fields/slot";
import { useDraftPart } from "@/components/fields/use-draft";
import { useRowMask } from "@/components/fields/use-row-mask";
import { useFormServices } from "@/components/forms/form-services";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import type { DictNode } from "@/lib/forms/field-node";
import type { RowMask } from "@/lib/forms/row-mask";

type DictRowViewProps = {
  node: DictNode;
  /** `f.3.rows.0` */
  name: string;
  position: number;
  duplicates: readonly string[];
  onRemove: () => void;
  /** Enter in the value. */
  onEnter: () => void;
};

/** One key and its value. */
export function DictRowView({ node, name, position, duplicates, onRemove, onEnter }: DictRowViewProps) {
  const { FieldView } = useFormServices();
  const { draft: key, setDraft, validate, error: keyError } = useDraftPart<string>(`${name}.key`);
  const ids = useFieldIds(`${name}.key`);
  const isDuplicate = duplicates.includes(key);
  const error = isDuplicate ? `${key} stands in several rows. Keep one.` : keyError;
  const subject = key === "" ? `${node.entryLabel} ${position}` : key;
  const { mask, hide, show, takeName } = useRowMask(node, name);
  const row = useRef<HTMLDivElement>(null);
  /** The control of the value was replaced by another one: the focus stays in the value. */
  const focusValue = () => requestAnimationFrame(() => valueControl(row.current)?.focus());
  const andFocus = (change: () => void) => () => {
    change();
    focusValue();
  };
  const leaveKey = (event: FocusEvent) => {
    validate();
    const isGoingOn = row.current?.querySelector("[data-part=value]")?.contains(event.relatedTarget) ?? false;
    if (takeName() && isGoingOn) focusValue();
  };

  const enterInKey = (event: KeyboardEvent<HTMLInputElement>) => {
    // Before the focus moves: what is typed next must find the control that stays.
    if (event.key === "Tab" || isPlainEnter(event)) flushSync(takeName);
    if (!isPlainEnter(event)) return;
    event.preventDefault();
    valueControl(row.current)?.focus();
  };
  const enterInValue = (event: KeyboardEvent) => {
    if (!isPlainEnter(event) || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    onEnter();
  };

  return (
    <div ref={row} data-row className="max-narrow:border-line max-narrow:border-b max-narrow:pb-2">
      <div className={`${dictColumns} items-start`}>
        <Input
          id={ids.control}
          data-part="key"
          aria-label={`Key ${position}`}
          {...(error === undefined ? {} : { "aria-invalid": true, "aria-describedby": ids.error })}
          value={key}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={leaveKey}
          onKeyDown={enterInKey}
          isMono
          className="max-narrow:col-start-1 max-narrow:row-start-1"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the key belongs to the input inside */}
        <div
          data-part="value"
          className="min-w-0 max-narrow:col-start-1 max-narrow:row-start-2"
          onKeyDown={enterInValue}
        >
          <BareSlot label={`Value of ${subject}`}>
            <FieldView node={node.value} name={`${name}.value`} />
          </BareSlot>
          <RowMaskNote mask={mask} subject={subject} onMask={andFocus(hide)} onOpen={andFocus(show)} />
        </div>
        <MaskButton mask={mask} subject={subject} onMask={andFocus(hide)} />
        <IconButton
          icon={X}
          label={`Remove ${subject}`}
          variant="row-danger"
          data-remove
          onClick={onRemove}
          className="mt-0.75 max-narrow:col-start-2 max-narrow:row-start-1"
        />
      </div>
      {error === undefined ? null : <FieldErrorLine id={ids.error}>{error}</FieldErrorLine>}
    </div>
  );
}

type MaskButtonProps = { mask: RowMask; subject: string; onMask: () => void };

/** Any value may be masked; where it is or is offered to be, the note below it says so. */
function MaskButton({ mask, subject, onMask }: MaskButtonProps) {
  if (mask !== "open") return <span className="max-narrow:hidden" />;
  return (
    <IconButton
      icon={Lock}
      label={`Mask ${subject}`}
      variant="row"
      onClick={onMask}
      className="mt-0.75 max-narrow:col-start-2 max-narrow:row-start-2"
    />
  );
}

function valueControl(row: HTMLElement | null): HTMLElement | null {
  return (
    row?.querySelector<HTMLElement>("[data-part=value] *:is(input, textarea, select)") ??
    row?.querySelector<HTMLElement>("[data-part=value] button") ??
    null
  );
}

function isPlainEnter(event: KeyboardEvent): boolean {
  return event.key === "Enter" && !event.ctrlKey && !event.metaKey && !event.nativeEvent.isComposing;
}
