"use client";

import { useEffect, useState } from "react";
import { toast } from "@/components/ui/toast";
import type { DeletionPreview } from "@/lib/blocks/preview-deletion";
import { formatCount } from "@/lib/text/format-count";

export type DeleteTarget = { readonly id: string; readonly name: string };
export type DeleteResult =
  | { readonly ok: true }
  /** Nothing was deleted. `missing`: ids of blocks that existed no more; `message` says why when there are none. */
  | { readonly ok: false; readonly missing: readonly string[]; readonly message: string };

/** Server actions, given by the page. */
export type DeleteActions = {
  readonly preview: (ids: readonly string[]) => Promise<DeletionPreview>;
  readonly remove: (ids: readonly string[]) => Promise<DeleteResult>;
};

type Deletion = {
  /** What would be deleted now: the targets without those that somebody else deleted meanwhile. */
  left: readonly DeleteTarget[];
  /** Null until the server has answered. */
  preview: DeletionPreview | null;
  /** Why nothing was deleted; "" while nothing went wrong. */
  fault: string;
  isBusy: boolean;
  remove: () => Promise<void>;
};

const noAnswer = "The server did not answer. Check that it is running and try again.";

/** The course of one deletion, from the look at what uses the blocks to the answer. */
export function useDeletion(
  targets: readonly DeleteTarget[],
  actions: DeleteActions,
  onDeleted: () => void,
): Deletion {
  const [preview, setPreview] = useState<DeletionPreview | null>(null);
  const [gone, setGone] = useState<readonly string[]>([]);
  const [fault, setFault] = useState("");
  const [isBusy, setIsBusy] = useState(false);
  const left = targets.filter(({ id }) => !gone.includes(id));
  const markGone = (ids: readonly string[]) => {
    setGone((known) => [...known, ...ids]);
    const names = targets.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
    setFault(`${names.join(", ")} ${names.length === 1 ? "was" : "were"} deleted meanwhile.`);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for these targets; the actions are the page's own
  useEffect(() => {
    let isCurrent = true;
    actions.preview(targets.map(({ id }) => id)).then(
      (found) => {
        if (!isCurrent) return;
        setPreview(found);
        if (found.missing.length > 0) markGone(found.missing);
      },
      () => isCurrent && setFault(noAnswer),
    );
    return () => {
      isCurrent = false;
    };
  }, [targets]);

  const remove = async () => {
    setIsBusy(true);
    setFault("");
    const result = await actions
      .remove(left.map(({ id }) => id))
      .catch((): DeleteResult => ({ ok: false, missing: [], message: noAnswer }));
    setIsBusy(false);
    if (!result.ok) {
      if (result.missing.length > 0) markGone(result.missing);
      else setFault(result.message);
      return;
    }
    toast(left.length === 1 ? `Deleted ${left[0]?.name}` : `Deleted ${formatCount(left.length, "block")}`);
    onDeleted();
  };
  return { left, preview, fault, isBusy, remove };
}
