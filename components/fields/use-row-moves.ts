"use client";

import { type KeyboardEvent, type PointerEvent, type RefObject, useState } from "react";
import { announce } from "@/components/ui/toast";

type Lifted = { readonly id: string; readonly from: number };

type RowMovesOptions = {
  readonly rows: RefObject<HTMLDivElement | null>;
  readonly count: number;
  /** "Argument": what one row is called. */
  readonly itemTitle: string;
  readonly move: (from: number, to: number) => void;
  readonly focusRow: (index: number, part: string) => void;
};

export type GripHandlers = {
  readonly "aria-pressed": boolean;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onBlur: () => void;
  readonly onPointerDown: (event: PointerEvent) => void;
};

/** Rows are moved by keyboard (Space lifts, arrows move, Space drops, Escape returns) or by dragging the grip. */
export function useRowMoves(options: RowMovesOptions): (id: string, index: number) => GripHandlers {
  const { rows, count, itemTitle, move, focusRow } = options;
  const [lifted, setLifted] = useState<Lifted | null>(null);

  const moveTo = (from: number, to: number) => {
    if (to < 0 || to >= count || to === from) return;
    move(from, to);
    focusRow(to, "[data-grip]");
    announce(`${itemTitle} moved to position ${to + 1} of ${count}.`);
  };
  const lift = (id: string, index: number) => {
    setLifted({ id, from: index });
    announce(`${itemTitle} ${index + 1} lifted. Arrow keys move it, Space drops it, Escape returns it.`);
  };
  const drop = (index: number) => {
    setLifted(null);
    announce(`${itemTitle} dropped at position ${index + 1} of ${count}.`);
  };

  return (id, index) => {
    const from = lifted?.id === id ? lifted.from : undefined;
    const keys = new Map<string, () => void>(
      from === undefined
        ? [[" ", () => lift(id, index)]]
        : [
            [" ", () => drop(index)],
            ["Enter", () => drop(index)],
            ["ArrowUp", () => moveTo(index, index - 1)],
            ["ArrowDown", () => moveTo(index, index + 1)],
            [
              "Escape",
              () => {
                setLifted(null);
                moveTo(index, from);
              },
            ],
          ],
    );
    return {
      "aria-pressed": from !== undefined,
      onKeyDown: (event) => {
        const act = keys.get(event.key);
        if (!act) return;
        event.preventDefault();
        act();
      },
      // A move takes the row out of the page for a moment, which blurs it; the focus comes back in the same turn.
      onBlur: () => {
        if (from !== undefined) setTimeout(() => isGripFocused() || setLifted(null));
      },
      onPointerDown: (event) => {
        if (event.button === 0) dragRow(rows, index, moveTo);
      },
    };
  };
}

function isGripFocused(): boolean {
  return document.activeElement?.matches("[data-grip]") ?? false;
}

/** Follows the pointer until it is let go; the row takes the place of the one it is dragged over. */
function dragRow(
  rows: RefObject<HTMLDivElement | null>,
  index: number,
  move: (from: number, to: number) => void,
): void {
  let at = index;
  const follow = (event: globalThis.PointerEvent) => {
    const boxes = [...(rows.current?.querySelectorAll(":scope > [data-row]") ?? [])];
    const below = boxes.findIndex((box) => event.clientY < box.getBoundingClientRect().bottom);
    const to = below === -1 ? boxes.length - 1 : below;
    if (to === at) return;
    move(at, to);
    at = to;
  };
  const stop = () => {
    window.removeEventListener("pointermove", follow);
    window.removeEventListener("pointerup", stop);
    window.removeEventListener("pointercancel", stop);
  };
  window.addEventListener("pointermove", follow);
  window.addEventListener("pointerup", stop);
  window.addEventListener("pointercancel", stop);
}
