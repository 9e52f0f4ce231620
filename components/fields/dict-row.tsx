"use client";

import { X } from "lucide-react";
import type { KeyboardEvent } from "react";
import { dictColumns } from "@/components/fields/dict-columns";
import { FieldErrorLine } from "@/components/fields/field-frame";
import { useFieldIds } from "@/components/fields/field-ids";
import { BareSlot } from "@/components/fields/slot";
import { useDraftPart } from "@/components/fields/use-draft";
import { useFormServices } from "@/components/forms/form-services";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import type { DictNode } from "@/lib/forms/field-node";

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

  const enterInKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (!isPlainEnter(event)) return;
    event.preventDefault();
    const value = event.currentTarget
      .closest("[data-row]")
      ?.querySelector<HTMLElement>("[data-part=value] *:is(input, textarea, select, button)");
    value?.focus();
  };
  const enterInValue = (event: KeyboardEvent) => {
    if (!isPlainEnter(event) || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    onEnter();
  };

  return (
    <div data-row className="max-narrow:border-line max-narrow:border-b max-narrow:pb-2">
      <div className={`${dictColumns} items-start`}>
        <Input
          id={ids.control}
          data-part="key"
          aria-label={`Key ${position}`}
          {...(error === undefined ? {} : { "aria-invalid": true, "aria-describedby": ids.error })}
          value={key}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={validate}
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
        </div>
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

function isPlainEnter(event: KeyboardEvent): boolean {
  return event.key === "Enter" && !event.ctrlKey && !event.metaKey && !event.nativeEvent.isComposing;
}
