"use client";

import { clsx } from "clsx";
import { GripVertical, Plus, X } from "lucide-react";
import { type ClipboardEvent, type KeyboardEvent, useEffect } from "react";
import { useFieldArray, useFormContext } from "react-hook-form";
import { draftFromLine, pastedLines } from "@/components/fields/draft-from-line";
import { FieldFrame } from "@/components/fields/field-frame";
import { useFieldIds } from "@/components/fields/field-ids";
import { LabelAction } from "@/components/fields/label-action";
import { BareSlot, useSlot } from "@/components/fields/slot";
import { useFieldError } from "@/components/fields/use-draft";
import { useRowFocus } from "@/components/fields/use-row-focus";
import { type GripHandlers, useRowMoves } from "@/components/fields/use-row-moves";
import { ViewSwitch } from "@/components/fields/view-switch";
import { useFormServices } from "@/components/forms/form-services";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { announce } from "@/components/ui/toast";
import { startDraft } from "@/lib/forms/empty-draft";
import type { ListNode } from "@/lib/forms/field-node";

const firstControl = "[data-part=value] :is(input, textarea, select, button)";

type ListRowsProps = {
  node: ListNode;
  name: string;
  /** The first row was added just now: it takes the focus. */
  isAddedHere: boolean;
  onClear: () => void;
};

/** The rows of a list that is set. */
export function ListRows({ node, name, isAddedHere, onClear }: ListRowsProps) {
  const { fields, insert, remove, move } = useFieldArray({ name: `${name}.rows` });
  const { setValue } = useFormContext();
  const { initialAt } = useFormServices();
  const error = useFieldError(name);
  const { label } = useFieldIds(name);
  const { isBare } = useSlot();
  const { rows, focusRow } = useRowFocus();
  const itemTitle = `${node.itemLabel.charAt(0).toUpperCase()}${node.itemLabel.slice(1)}`;
  const gripOf = useRowMoves({ rows, count: fields.length, itemTitle, move, focusRow });

  // biome-ignore lint/correctness/useExhaustiveDependencies: at the first render only
  useEffect(() => {
    if (isAddedHere) rows.current?.querySelector<HTMLElement>(firstControl)?.focus();
  }, []);

  const addAt = (index: number, values = [startDraft(node.item)]) => {
    insert(
      index,
      values.map((value) => ({ from: null, value })),
      { shouldFocus: false },
    );
    focusRow(index + values.length - 1);
  };
  const removeAt = (index: number) => {
    // The last row of a list that was not set: not set again.
    if (fields.length === 1 && initialAt(name) === null) return onClear();
    remove(index);
    focusRow(Math.min(index, fields.length - 2), "[data-remove]");
    announce(`${itemTitle} ${index + 1} removed. ${fields.length - 1} left.`);
  };
  const paste = (index: number, event: ClipboardEvent) => {
    const drafts = pastedLines(event).map((line) => draftFromLine(node.item, line));
    if (drafts.length < 2 || drafts.includes(undefined)) return;
    event.preventDefault();
    event.stopPropagation();
    const values = drafts.filter((draft) => draft !== undefined);
    const isRowEmpty = event.target instanceof HTMLInputElement && event.target.value === "";
    if (isRowEmpty) setValue(`${name}.rows.${index}.value`, values[0]);
    addAt(index + 1, isRowEmpty ? values.slice(1) : values);
    announce(`${values.length} rows pasted.`);
  };
  const enter = (index: number, event: KeyboardEvent) => {
    const input = enteredInput(event);
    if (!input) return;
    event.preventDefault();
    if (input.value !== "") addAt(index + 1);
  };

  return (
    <FieldFrame
      node={node}
      name={name}
      error={error}
      labels="group"
      actions={
        <>
          {node.required ? null : <ClearAction labelId={label} onClear={onClear} />}
          {isBare ? null : <ViewSwitch node={node} name={name} view="form" describedBy={label} />}
        </>
      }
    >
      <div ref={rows} className="grid gap-1.5">
        {fields.map((field, index) => (
          <ListRow
            key={field.id}
            node={node}
            name={`${name}.rows.${index}.value`}
            title={`${itemTitle} ${index + 1}`}
            grip={gripOf(field.id, index)}
            isMovable={fields.length > 1}
            onRemove={() => removeAt(index)}
            onPaste={(event) => paste(index, event)}
            onKeyDown={(event) => enter(index, event)}
          />
        ))}
      </div>
      <AddRow node={node} labelId={label} isEmpty={fields.length === 0} onAdd={() => addAt(fields.length)} />
    </FieldFrame>
  );
}

/** The text input in which plain Enter was pressed: in a row it adds the next one, and does not submit the form. */
function enteredInput(event: KeyboardEvent): HTMLInputElement | undefined {
  if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing)
    return undefined;
  if (!(event.target instanceof HTMLInputElement)) return undefined;
  return event.target.type === "radio" || event.target.type === "checkbox" ? undefined : event.target;
}

function ClearAction({ labelId, onClear }: { labelId: string; onClear: () => void }) {
  return (
    <LabelAction fieldLabelId={labelId} onClick={onClear}>
      Clear
    </LabelAction>
  );
}

type AddRowProps = { node: ListNode; labelId: string; isEmpty: boolean; onAdd: () => void };

function AddRow({ node, labelId, isEmpty, onAdd }: AddRowProps) {
  return (
    <div className="mt-1.5 flex flex-wrap items-center gap-x-4 pl-7 text-sm text-text-3">
      <LabelAction fieldLabelId={labelId} onClick={onAdd} tone="accent">
        <Icon icon={Plus} />
        Add {node.itemLabel}
      </LabelAction>
      {isEmpty ? <span>An empty list is stored.</span> : null}
    </div>
  );
}

type ListRowProps = {
  node: ListNode;
  name: string;
  title: string;
  grip: GripHandlers;
  isMovable: boolean;
  onRemove: () => void;
  onPaste: (event: ClipboardEvent) => void;
  onKeyDown: (event: KeyboardEvent) => void;
};

function ListRow(props: ListRowProps) {
  const { node, name, title, grip, isMovable, onRemove, onPaste, onKeyDown } = props;
  const { FieldView } = useFormServices();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys and pastes belong to the input inside
    <div
      data-row
      className="grid grid-cols-[22px_minmax(0,1fr)_28px] items-start gap-1.5 max-medium:grid-cols-[22px_minmax(0,1fr)_34px]"
      onPasteCapture={onPaste}
      onKeyDown={onKeyDown}
    >
      <button
        type="button"
        data-grip
        aria-label={`Move ${title}`}
        title="Drag, or press Space and an arrow key"
        {...grip}
        disabled={!isMovable}
        className={clsx(
          "mt-0.75 grid h-7 w-5.5 touch-none place-items-center rounded-tag text-text-3",
          "enabled:cursor-grab enabled:hover:bg-hover enabled:hover:text-text disabled:text-line-strong",
          "aria-pressed:bg-accent-soft aria-pressed:text-accent",
        )}
      >
        <Icon icon={GripVertical} />
      </button>
      <div data-part="value" className="min-w-0">
        <BareSlot label={title}>
          <FieldView node={node.item} name={name} />
        </BareSlot>
      </div>
      <IconButton
        icon={X}
        label={`Remove ${title}`}
        variant="row-danger"
        data-remove
        onClick={onRemove}
        className="mt-0.75"
      />
    </div>
  );
}
