import Link from "next/link";
import { Notice } from "@/components/ui/notice";
import { formatCount } from "@/lib/text/format-count";

type NewerVersionNoticeProps = {
  blockId: string;
  /** In how many places the newest schema differs. */
  changes: number;
  /** Above the form: what is typed there does not come along. */
  isInForm?: boolean;
};

/** The block was made with an older schema of its type; leads to the upgrade. */
export function NewerVersionNotice({ blockId, changes, isInForm = false }: NewerVersionNoticeProps) {
  return (
    <Notice
      className={isInForm ? "mb-4" : "mb-6"}
      title="A newer version of this type is available"
      actions={
        <Link href={`/blocks/block/${blockId}/edit?upgrade=1`} prefetch={false}>
          See what changes and upgrade
        </Link>
      }
    >
      {`This block was made with an older one: ${formatCount(changes, "difference")}. It works as it is.`}
    </Notice>
  );
}
