import { TriangleAlert } from "lucide-react";
import { Badge } from "@/components/ui/badge";

/** Marks a value that the schema does not foresee. */
export function MismatchBadge() {
  return (
    <span className="mt-1 block">
      <Badge
        tone="warn"
        icon={TriangleAlert}
        title="The schema has no such field, or wants another kind of value. It is kept as it is."
      >
        Does not match the schema
      </Badge>
    </span>
  );
}
