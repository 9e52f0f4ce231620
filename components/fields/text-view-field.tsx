"use client";

import dynamic from "next/dynamic";
import { useWatch } from "react-hook-form";
import { FieldFrame } from "@/components/fields/field-frame";
import { useFieldIds } from "@/components/fields/field-ids";
import { ViewSwitch } from "@/components/fields/view-switch";
import type { FormViewName } from "@/components/forms/switch-view";
import type { FieldNode } from "@/lib/forms/field-node";

const TextEditor = dynamic(() => import("@/components/fields/text-editor").then((file) => file.TextEditor), {
  ssr: false,
  loading: () => <div className="h-44" />,
});

/** A field that is edited as text: its label line stays, with the way back to its own controls. */
export function TextViewField({ node, name }: { node: FieldNode; name: string }) {
  const view = useWatch({ name: `${name}.view`, compute: viewOf });
  const { label } = useFieldIds(name);
  return (
    <FieldFrame
      node={node}
      name={name}
      labels="group"
      actions={<ViewSwitch node={node} name={name} view={view} describedBy={label} />}
    >
      <TextEditor name={name} label={node.label} />
    </FieldFrame>
  );
}

function viewOf(view: unknown): FormViewName {
  return view === "yaml" ? "yaml" : "json";
}
