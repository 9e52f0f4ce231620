import { ChevronRight } from "lucide-react";
import { CodePanel } from "@/components/code/code-panel";
import { Icon } from "@/components/ui/icon";

/** The newest schema as clients read it, closed at first. */
export function RawSchema({ json }: { json: string }) {
  return (
    <details className="group mt-8 border-line border-t">
      <summary className="flex min-h-12 list-none items-center gap-2 [&::-webkit-details-marker]:hidden">
        <Icon
          icon={ChevronRight}
          className="text-text-3 transition-transform duration-160 group-open:rotate-90"
        />
        <span className="font-medium">Raw schema</span>
      </summary>
      <CodePanel
        code={json}
        language="json"
        label="Raw schema"
        title="JSON Schema, as clients read it"
        copyLabel="Copy the schema"
        done="Copied the schema"
        className="max-h-[70vh]"
      />
    </details>
  );
}
