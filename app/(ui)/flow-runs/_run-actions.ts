import {
  cancelRunAction,
  deleteRunAction,
  retryRunAction,
  runAgainAction,
} from "@/app/(ui)/flow-runs/_actions";
import type { RunActions } from "@/components/runs/actions/run-actions";

/** What pages can have done with a run. */
export const runActions: RunActions = {
  cancel: cancelRunAction,
  remove: deleteRunAction,
  again: runAgainAction,
  retry: retryRunAction,
};
