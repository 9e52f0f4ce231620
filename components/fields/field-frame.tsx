"use client";

import { clsx } from "clsx";
import { CircleAlert, Lock } from "lucide-react";
import { type ReactNode, useContext } from "react";
import { ChangedBadge } from "@/components/fields/changed-badge";
import { type FieldIds, useFieldIds } from "@/components/fields/field-ids";
import { HelpText } from "@/components/fields/help-text";
import { useSlot } from "@/components/fields/slot";
import { StoredValueContext } from "@/components/fields/stored-value";
import { useFormServices } from "@/components/forms/form-services";
import { Icon } from "@/components/ui/icon";
import type { FieldNode } from "@/lib/forms/field-node";

type FieldFrameProps = {
  readonly node: FieldNode;
  readonly name: string;
  /** `control`: the label belongs to one control. `group`: it names a group. `none`: the control names itself. */
  readonly labels?: "control" | "group" | "none";
  readonly isSecret?: boolean;
  /** Behind the label: "3 variables". */
  readonly meta?: ReactNode;
  /** At the right end of the label line. */
  readonly actions?: ReactNode;
  /** Below the control, tied to it by `hasNote` of useControlProps. */
  readonly note?: ReactNode;
  readonly error?: string | undefined;
  /** The control stands at the right end of the label's row (switches). */
  readonly isInline?: boolean;
  readonly children: ReactNode;
};

/** Label, help, control, note and error of one field; in a bare slot only the control and its error. */
export function FieldFrame(props: FieldFrameProps) {
  const slot = useSlot();
  return slot.isBare ? <BareFrame {...props} /> : <LabelledFrame {...props} />;
}

function BareFrame({ name, actions, note, error, children }: FieldFrameProps) {
  const ids = useFieldIds(name);
  const stored = useContext(StoredValueContext);
  return (
    <div className="min-w-0">
      {children}
      {actions || stored ? (
        <div className="mt-1 flex flex-wrap gap-x-3">
          {stored}
          {actions}
        </div>
      ) : null}
      <Below ids={ids} note={note} error={error} />
    </div>
  );
}

function LabelledFrame(props: FieldFrameProps) {
  const { node, name, labels = "control", actions, note, error, isInline = false, children } = props;
  const ids = useFieldIds(name);
  const group = labels === "group" ? { id: ids.control, role: "group", "aria-labelledby": ids.label } : {};
  return (
    // tabIndex makes a group a target of the error summary even when nothing in it takes focus.
    <div {...group} className="group/field scroll-mt-6 py-3.5" data-field={name}>
      <div className={clsx(isInline && "flex items-start justify-between gap-4")}>
        <div className="min-w-0 flex-1">
          <LabelLine {...props} ids={ids} />
          {node.help === "" ? null : (
            <HelpText
              id={ids.help}
              text={node.help}
              // Actions are taller than the label's line: the help stays clear of them.
              className={clsx(
                "mt-px text-sm text-text-2",
                actions ? "max-w-[56ch] max-medium:mt-1" : "max-w-[66ch]",
              )}
            />
          )}
        </div>
        <div className={clsx(isInline ? "shrink-0" : "mt-1.75 min-w-0")}>{children}</div>
      </div>
      <Below ids={ids} note={note} error={error} />
    </div>
  );
}

function LabelLine(props: FieldFrameProps & { ids: FieldIds }) {
  const { node, name, labels = "control", isSecret = false, meta, actions, ids } = props;
  const stored = useContext(StoredValueContext);
  const { marksChanges } = useFormServices();
  // Only fields of the block itself: what is inside them marks the whole.
  const isMarked = marksChanges && /^f\.\d+$/.test(name);
  const look = "font-medium text-md/5 text-text break-words";
  return (
    <div className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5">
      {labels === "control" ? (
        <label id={ids.label} htmlFor={ids.control} className={look}>
          {node.label}
        </label>
      ) : (
        <span id={ids.label} className={look}>
          {node.label}
        </span>
      )}
      {node.required ? <Meta>Required</Meta> : null}
      {isSecret ? (
        <Meta>
          <Icon icon={Lock} size={12} className="mr-1 inline-block align-[-1.5px]" />
          Secret
        </Meta>
      ) : null}
      {meta ? <Meta>{meta}</Meta> : null}
      {actions || stored || isMarked ? (
        <div
          // Taller than the label: without the margin a field would grow when an action appears.
          className="ml-auto medium:-my-2 flex flex-wrap items-center gap-x-3"
        >
          {isMarked ? <ChangedBadge name={name} /> : null}
          {stored}
          {actions}
        </div>
      ) : null}
    </div>
  );
}

function Meta({ children }: { children: ReactNode }) {
  return <span className="font-normal text-text-3 text-xs">{children}</span>;
}

function Below({ ids, note, error }: { ids: FieldIds; note: ReactNode; error: string | undefined }) {
  return (
    <>
      {note ? (
        <p id={ids.note} className="mt-1.5 text-sm text-text-3">
          {note}
        </p>
      ) : null}
      {error === undefined ? null : <FieldErrorLine id={ids.error}>{error}</FieldErrorLine>}
    </>
  );
}

/** The sentence below a control that is wrong. */
export function FieldErrorLine({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="mt-1.5 flex gap-1.5 text-danger text-sm [&_a]:underline [&_a]:underline-offset-3">
      <Icon icon={CircleAlert} size={14} className="mt-0.75" />
      <span className="min-w-0 whitespace-pre-line break-words">{children}</span>
    </p>
  );
}
