"use client";

import { clsx } from "clsx";
import { Lock } from "lucide-react";
import type { ReviewRow, Shown } from "@/components/forms/review-rows";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Icon } from "@/components/ui/icon";
import { Kbd } from "@/components/ui/kbd";
import { formatCount } from "@/lib/text/format-count";

type ReviewDialogProps = {
  name: string;
  rows: readonly ReviewRow[];
  /** Fields that are not among the rows. */
  otherFields: number;
  usedBy: number;
  isBusy: boolean;
  onSave: () => void;
  onClose: () => void;
};

/** Before saving: field, stored, after saving. A secret is never shown, only that it changes. */
export function ReviewDialog(props: ReviewDialogProps) {
  const { name, rows, otherFields, usedBy, isBusy, onSave, onClose } = props;
  return (
    <Dialog
      isOpen
      onClose={() => isBusy || onClose()}
      title={
        <>
          Save {formatCount(rows.length, "change")} to <span className="font-mono">{name}</span>?
        </>
      }
      description={
        usedBy === 0
          ? "Flows read the new values when they load the block the next time."
          : `Used by ${formatCount(usedBy, "block")}. Flows read the new values when they load it the next time.`
      }
      footer={
        <>
          <Button variant="filled" isBusy={isBusy} busyLabel="Saving…" data-autofocus onClick={onSave}>
            Save changes
          </Button>
          <Button onClick={onClose}>Back to editing</Button>
          <span className="ml-auto flex items-center gap-1 text-text-3 text-xs max-narrow:hidden">
            <Kbd>Esc</Kbd> to go back
          </span>
        </>
      }
    >
      <table className="w-full table-fixed border-collapse text-sm max-narrow:block max-narrow:*:block">
        <thead className="max-narrow:hidden!">
          <tr className="text-left text-text-3 text-xs">
            <th scope="col" className="w-[28%] border-line-strong border-b pt-1 pr-3 pb-1.5 font-medium">
              Field
            </th>
            <th scope="col" className="border-line-strong border-b pt-1 pr-3 pb-1.5 font-medium">
              Stored
            </th>
            <th scope="col" className="border-line-strong border-b pt-1 pb-1.5 font-medium">
              After saving
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, position) => (
            <tr
              // biome-ignore lint/suspicious/noArrayIndexKey: the rows stay while the dialog is open, and two fields may have one title
              key={position}
              className="border-line border-b align-top max-narrow:flex max-narrow:flex-wrap max-narrow:gap-x-2 max-narrow:gap-y-1 max-narrow:py-2.5"
            >
              <th
                scope="row"
                className="break-words py-2.25 pr-3 text-left font-medium max-narrow:w-full max-narrow:py-0"
              >
                {row.label}
              </th>
              <td className="py-2.25 pr-3 max-narrow:py-0">
                <Value shown={row.stored} change="stored" />
              </td>
              <td className="min-w-0 py-2.25 max-narrow:flex max-narrow:gap-2 max-narrow:py-0 max-narrow:before:text-text-3 max-narrow:before:content-['→']">
                <Value shown={row.after} change="after" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {otherFields > 0 ? (
        <p className="mt-3 text-sm text-text-3">
          {otherFields === 1
            ? "The other field is not sent and stays as it is."
            : `The other ${otherFields} fields are not sent and stay as they are.`}
        </p>
      ) : null}
    </Dialog>
  );
}

const grounds = { stored: "bg-danger-soft text-danger", after: "bg-ok-soft text-ok" } as const;

function Value({ shown, change }: { shown: Shown; change: keyof typeof grounds }) {
  const { tone, text } = shown;
  if (change === "stored" && tone === "none") return <span className="text-text-3">{text}</span>;
  if (change === "stored" && tone === "secret") {
    return (
      <span className="inline-flex items-center gap-1.75 text-text-2">
        <Icon icon={Lock} size={14} className="text-text-3" />
        {text}
      </span>
    );
  }
  const Tag = change === "stored" ? "del" : "ins";
  return (
    <Tag
      className={clsx(
        "inline-block max-h-50 max-w-full overflow-y-auto whitespace-pre-wrap break-words rounded-[3px] px-1 no-underline",
        tone === "none" ? grounds.stored : grounds[change],
        tone === "value" && "font-mono",
      )}
    >
      {text}
    </Tag>
  );
}
