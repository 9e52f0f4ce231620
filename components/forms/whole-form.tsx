"use client";

import dynamic from "next/dynamic";
import { useWatch } from "react-hook-form";
import { ViewSwitch } from "@/components/fields/view-switch";
import { FieldList } from "@/components/forms/field-list";
import { PasteToFill } from "@/components/forms/paste/paste-to-fill";
import type { FormViewName } from "@/components/forms/switch-view";
import type { FormTree } from "@/lib/forms/field-node";
import type { PasteHelp } from "@/lib/paste/fill-rules";

const TextEditor = dynamic(() => import("@/components/fields/text-editor").then((file) => file.TextEditor), {
  ssr: false,
  loading: () => <div className="h-64" />,
});

type WholeFormProps = { tree: FormTree; paste?: PasteHelp | undefined };

/** All fields, or one text of JSON or YAML in their place. */
export function WholeForm({ tree, paste }: WholeFormProps) {
  const view = useWatch({ name: "whole.view", compute: viewOf });
  return (
    <>
      <div className="mt-3 flex flex-wrap items-center justify-between gap-x-3">
        {view === "form" && paste ? (
          <PasteToFill tree={tree} help={paste} />
        ) : (
          <p className="text-sm text-text-3">
            {view === "form" ? "" : "All fields as one text. What is missing in it is not set."}
          </p>
        )}
        <span className="ml-auto flex items-center gap-2">
          <span aria-hidden className="text-text-3 text-xs max-narrow:hidden">
            {view === "form" ? "All fields" : ""}
          </span>
          <ViewSwitch node={null} name="whole" view={view} />
        </span>
      </div>
      {view === "form" ? (
        <FieldList tree={tree} />
      ) : (
        <div className="py-3.5" data-field="whole">
          <TextEditor name="whole" label="All fields" minRows={14} />
        </div>
      )}
    </>
  );
}

function viewOf(view: unknown): FormViewName {
  return view === "yaml" || view === "json" ? view : "form";
}
