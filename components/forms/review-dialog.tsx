"use client";

import type { ReviewRow } from "@/components/forms/review-rows";
import { hasLineDiff, LineDiff, ShownValue } from "@/components/forms/shown-change";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { formatCount } from "@/lib/text/format-count";

type ReviewDialogProps = {
  name: string;
  rows: readonly ReviewRow[];
  /** Fields of the block itself that change, and those that do not. */
  changedFields: number;
  otherFields: number;
  /** The block moves to a newer version of its type. */
  isUpgrade?: boolean;
  usedBy: number;
  isBusy: boolean;
  onSave: () => void;
  onClose: () => void;
};

/** Before saving: field, stored, after saving. A secret is never shown, only that it changes. */
export function ReviewDialog(props: ReviewDialogProps) {
  const { name, rows, otherFields, isUpgrade = false, isBusy, onSave, onClose } = props;
  return (
    <Dialog
      isOpen
      onClose={() => isBusy || onClose()}
      title={
        isUpgrade ? (
          <UpgradeTitle name={name} count={rows.length} />
        ) : (
          <SaveTitle name={name} count={rows.length} />
        )
      }
      description={consequence(props)}
      footer={
        <>
          <Button
            variant="filled"
            isBusy={isBusy}
            busyLabel={isUpgrade ? "Upgrading…" : "Saving…"}
            data-autofocus
            onClick={onSave}
          >
            {isUpgrade ? "Upgrade" : "Save changes"}
          </Button>
          <Button onClick={onClose}>Back to editing</Button>
          <span className="ml-auto flex items-center gap-1 text-text-3 text-xs max-narrow:hidden">
            <Kbd>Esc</Kbd> to go back
          </span>
        </>
      }
    >
      {rows.length > 0 ? <ChangeTable rows={rows} /> : null}
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

type TitleProps = { name: string; count: number };

function SaveTitle({ name, count }: TitleProps) {
  return (
    <>
      Save {formatCount(count, "change")} to <span className="font-mono">{name}</span>?
    </>
  );
}

function UpgradeTitle({ name, count }: TitleProps) {
  return (
    <>
      Upgrade <span className="font-mono">{name}</span>
      {count > 0 ? ` and save ${formatCount(count, "change")}?` : "?"}
    </>
  );
}

function consequence({ changedFields, isUpgrade, usedBy }: ReviewDialogProps): string {
  const verb = changedFields === 1 ? "changes" : "change";
  return [
    ...(isUpgrade ? ["The block moves to the newest version of its type."] : []),
    changedFields === 0 ? "No value changes." : `${formatCount(changedFields, "field")} ${verb}.`,
    ...(usedBy === 0
      ? ["Flows read the new values when they load the block the next time."]
      : [
          `Used by ${formatCount(usedBy, "block")}.`,
          "Flows read the new values when they load it the next time.",
        ]),
  ].join(" ");
}

function ChangeTable({ rows }: { rows: readonly ReviewRow[] }) {
  return (
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
            <ChangeCells row={row} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ChangeCells({ row }: { row: ReviewRow }) {
  if (hasLineDiff(row)) {
    return (
      <td colSpan={2} className="min-w-0 py-2.25 max-narrow:w-full max-narrow:py-0">
        <LineDiff {...row} />
      </td>
    );
  }
  return (
    <>
      <td className="py-2.25 pr-3 max-narrow:py-0">
        <ShownValue shown={row.stored} change="stored" />
      </td>
      <td className="min-w-0 py-2.25 max-narrow:flex max-narrow:gap-2 max-narrow:py-0 max-narrow:before:text-text-3 max-narrow:before:content-['→']">
        <ShownValue shown={row.after} change="after" />
      </td>
    </>
  );
}
