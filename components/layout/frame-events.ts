"use client";

// The frame's buttons stand in several places (navigation, top bar, menu); its dialogs stand once. Events tie them.
export type FrameDialog = "jump" | "shortcuts";
export const frameDialogEvent = "blockyard-frame-dialog";

/** Opens the jump box or the list of shortcuts. */
export function openFrameDialog(dialog: FrameDialog): void {
  window.dispatchEvent(new CustomEvent<FrameDialog>(frameDialogEvent, { detail: dialog }));
}
