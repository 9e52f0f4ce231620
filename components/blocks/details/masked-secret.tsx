import { Lock } from "lucide-react";
import { Icon } from "@/components/ui/icon";
import { MASK } from "@/lib/secrets/secret";
import { formatDate, formatExactTime } from "@/lib/text/format-date";
import type { Micros } from "@/lib/time";

/** All that a page knows of a secret: that it is set, and where recorded, since when. */
export function MaskedSecret({ changed }: { changed: Micros | null }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1.75 align-top font-sans text-text-2">
      <Icon icon={Lock} size={14} className="text-text-3" />
      <span className="font-mono text-text-3">{MASK}</span>
      {changed === null ? (
        <span>Set</span>
      ) : (
        <span title={formatExactTime(changed)}>Set, changed {formatDate(changed)}</span>
      )}
    </span>
  );
}
