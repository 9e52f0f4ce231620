import { Lock } from "lucide-react";
import Link from "next/link";
import { Icon } from "@/components/ui/icon";

type FixedNameProps = { name: string; duplicateHref: string };

/** The name of a stored block is text, not a disabled input. */
export function FixedName({ name, duplicateHref }: FixedNameProps) {
  return (
    <div className="mb-3 rounded-card border border-line bg-bg px-4 pt-4 pb-3">
      <p className="font-medium text-md/5">Block name</p>
      <p className="mt-1 flex items-center gap-2 font-medium font-mono text-md">
        <Icon icon={Lock} size={14} />
        <span className="min-w-0 break-all">{name}</span>
      </p>
      <p className="prose-links mt-0.5 text-sm text-text-3">
        The name is fixed, flows load the block by it.{" "}
        <Link href={duplicateHref} prefetch={false}>
          Duplicate
        </Link>{" "}
        to use another.
      </p>
    </div>
  );
}
