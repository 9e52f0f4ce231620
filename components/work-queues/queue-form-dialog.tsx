"use client";

import { type FormEvent, type ReactNode, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Input, Textarea } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import type { FormAnswer } from "@/components/work-queues/queue-actions";
import type { QueueFaults, QueueField, QueueInput } from "@/lib/work-queues/queue-input";

type QueueFormDialogProps = {
  title: ReactNode;
  description: ReactNode;
  /** Which fields there are. */
  fields: readonly QueueField[];
  initial: QueueInput;
  submitLabel: string;
  busyLabel: string;
  save: (input: QueueInput) => Promise<FormAnswer>;
  onClose: () => void;
  onSaved: (path: string | undefined) => void;
};

const texts: Readonly<Record<QueueField, { label: string; help: string; note?: string }>> = {
  name: { label: "Queue name", help: "Deployments and agents name it.", note: "Required" },
  limit: {
    label: "Concurrency limit",
    help: "How many of its runs may be under way at a time. Empty: no limit.",
  },
  priority: { label: "Priority", help: "1 is served first. The other queues of the pool make room." },
  description: { label: "Description", help: "What it is for." },
};

const noAnswer = "The server did not answer. Check that it is running and try again.";

/** The fields of a queue or a pool in a dialog. */
export function QueueFormDialog(props: QueueFormDialogProps) {
  const { title, description, fields, initial, submitLabel, busyLabel, save, onClose, onSaved } = props;
  const [values, setValues] = useState(initial);
  const [faults, setFaults] = useState<QueueFaults>({});
  const [message, setMessage] = useState("");
  const [isBusy, setIsBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const formId = useId();

  const refuse = (answer: Extract<FormAnswer, { ok: false }>) => {
    setFaults(answer.faults ?? {});
    setMessage(answer.message ?? "");
    const wrong = fields.find((field) => answer.faults?.[field] !== undefined);
    if (wrong) form.current?.querySelector<HTMLElement>(`[name="${wrong}"]`)?.focus();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setIsBusy(true);
    const answer = await save(values).catch((): FormAnswer => ({ ok: false, message: noAnswer }));
    setIsBusy(false);
    if (answer.ok) onSaved(answer.path);
    else refuse(answer);
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      description={description}
      footer={
        <>
          <Button type="submit" form={formId} variant="filled" isBusy={isBusy} busyLabel={busyLabel}>
            {submitLabel}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <form id={formId} ref={form} noValidate autoComplete="off" onSubmit={(event) => void submit(event)}>
        {message === "" ? null : (
          <Notice tone="danger" role="alert" title="Not saved" className="mb-4">
            {message}
          </Notice>
        )}
        <div className="grid gap-5 pt-1 pb-2">
          {fields.map((field, index) => (
            <Field
              key={field}
              field={field}
              value={values[field]}
              fault={faults[field]}
              isFirst={index === 0}
              onChange={(value) => setValues({ ...values, [field]: value })}
            />
          ))}
        </div>
      </form>
    </Dialog>
  );
}

type FieldProps = {
  field: QueueField;
  value: string;
  fault: string | undefined;
  isFirst: boolean;
  onChange: (value: string) => void;
};

function Field({ field, value, fault, isFirst, onChange }: FieldProps) {
  const id = useId();
  const { label, help, note } = texts[field];
  const control = {
    id,
    name: field,
    value,
    "aria-describedby": fault === undefined ? `${id}-help` : `${id}-help ${id}-fault`,
    ...(fault === undefined ? {} : { "aria-invalid": true as const }),
    ...(isFirst ? { "data-autofocus": "" } : {}),
  };
  return (
    <div>
      <label htmlFor={id} className="font-medium">
        {label}
        {note === undefined ? null : <span className="ml-2 font-normal text-text-3 text-xs">{note}</span>}
      </label>
      <p id={`${id}-help`} className="mt-px mb-1.75 text-sm text-text-2">
        {help}
      </p>
      {field === "description" ? (
        <Textarea {...control} rows={3} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <Input
          {...control}
          isMono={field === "name"}
          inputMode={field === "name" ? "text" : "numeric"}
          spellCheck={false}
          className={field === "name" ? "" : "max-w-40"}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      {fault === undefined ? null : (
        <p id={`${id}-fault`} className="mt-1.5 text-danger text-sm">
          {fault}
        </p>
      )}
    </div>
  );
}
