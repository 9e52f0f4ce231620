"use client";

import { createContext, type ReactNode, useContext } from "react";

/** Where a control stands: under its own label, or in a row, cell or branch that names it. */
type Slot = { readonly isBare: false } | { readonly isBare: true; readonly label: string };

const SlotContext = createContext<Slot>({ isBare: false });

export function useSlot(): Slot {
  return useContext(SlotContext);
}

/** The control inside draws no label line; `label` becomes its accessible name. */
export function BareSlot({ label, children }: { label: string; children: ReactNode }) {
  return <SlotContext value={{ isBare: true, label }}>{children}</SlotContext>;
}

/** The fields inside draw their label lines again (a group in a list item). */
export function LabelledSlot({ children }: { children: ReactNode }) {
  return <SlotContext value={{ isBare: false }}>{children}</SlotContext>;
}
