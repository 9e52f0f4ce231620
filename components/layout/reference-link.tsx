import { BookOpen } from "lucide-react";
import { Icon } from "@/components/ui/icon";

/** Leads to the description of the API, which the server renders without Next: an ordinary link. */
export function ReferenceLink() {
  return (
    <a
      href="/api/docs"
      className="flex h-8 items-center gap-2.5 rounded-ctl px-2.5 text-text-2 hover:bg-pressed hover:text-text max-medium:h-11"
    >
      <Icon icon={BookOpen} />
      API reference
    </a>
  );
}
