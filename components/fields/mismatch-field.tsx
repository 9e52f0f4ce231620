"use client";

import { TriangleAlert } from "lucide-react";
import { useWatch } from "react-hook-form";
import { FieldFrame } from "@/components/fields/field-frame";
import { useFieldIds } from "@/components/fields/field-ids";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { FieldNode } from "@/lib/forms/field-node";

type MismatchFieldProps = { node: FieldNode; name: string; onReplace: () => void };

/** A stored value that its field cannot show. It stays as it is until somebody replaces it. */
export function MismatchField({ node, name, onReplace }: MismatchFieldProps) {
  const text = useWatch({ name: `${name}.text`, compute: String });
  const { label } = useFieldIds(name);
  return (
    <FieldFrame
      node={node}
      name={name}
      labels="group"
      actions={
        <Badge tone="warn" icon={TriangleAlert}>
          Does not match the schema
        </Badge>
      }
    >
      <div className="flex min-h-ctl items-start gap-2.5 rounded-ctl border border-warn-line bg-warn-soft py-0.5 pr-1 pl-2.5 text-sm">
        <code
          className="max-h-50 min-w-0 flex-1 overflow-auto whitespace-pre-wrap break-words py-1.25"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a long value scrolls, by keyboard too
          tabIndex={0}
        >
          {text}
        </code>
        <Button variant="quiet" size="small" aria-describedby={label} data-focus onClick={onReplace}>
          Replace
        </Button>
      </div>
    </FieldFrame>
  );
}
