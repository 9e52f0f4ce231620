"use client";

import { useEffect, useRef, useState } from "react";
import { useFormServices } from "@/components/forms/form-services";
import type { FormViewName } from "@/components/forms/switch-view";
import { Segmented } from "@/components/ui/segmented";
import type { FieldNode } from "@/lib/forms/field-node";

type ViewSwitchProps = {
  /** Null: the whole form. */
  node: FieldNode | null;
  name: string;
  view: FormViewName;
  describedBy?: string;
};

/** The switch that was pressed last: what is shown then is another component, and its switch takes the focus over. */
let pressed: string | null = null;

/** The same value as form, as JSON or as YAML. */
export function ViewSwitch({ node, name, view, describedBy }: ViewSwitchProps) {
  const { switchView, idPrefix } = useFormServices();
  const frame = useRef<HTMLSpanElement>(null);
  const [wanted, setWanted] = useState<FormViewName>();
  const id = `${idPrefix}${name}`;
  useEffect(() => {
    if (pressed !== id) return;
    pressed = null;
    frame.current?.querySelector<HTMLElement>("input:checked")?.focus({ preventScroll: true });
  }, [id]);
  const change = async (next: FormViewName) => {
    pressed = id;
    // What is pressed is chosen at once; it goes back when a text cannot be read.
    setWanted(next);
    if (!(await switchView(name, node, next))) pressed = null;
    setWanted(undefined);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: loads what the press will need
    <span ref={frame} onPointerEnter={preload} onFocus={preload}>
      <Segmented
        label="View"
        options={node?.kind === "list" || node?.kind === "dict" ? rowViews : formViews}
        value={wanted ?? view}
        onChange={(next) => void change(next)}
        {...(describedBy === undefined ? {} : { describedBy })}
      />
    </span>
  );
}

const textViews = [
  { value: "json", label: "JSON" },
  { value: "yaml", label: "YAML" },
] as const;
const formViews = [{ value: "form", label: "Form" }, ...textViews] as const;
const rowViews = [{ value: "form", label: "Rows" }, ...textViews] as const;

/** A press that comes at once waits for it anyway. */
function preload(): void {
  void import("@/components/forms/switch-view").catch(() => undefined);
  void import("@/components/fields/text-editor").catch(() => undefined);
}

/** Whether a field gets a switch of its own: one that is a single value needs none. */
export function hasTextView(node: FieldNode): boolean {
  if (node.kind === "union") return node.branches.some((branch) => hasTextView(branch.node));
  return ["group", "list", "tuple", "dict", "recursive"].includes(node.kind);
}
