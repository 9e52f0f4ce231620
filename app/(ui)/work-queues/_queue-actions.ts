import {
  createQueueAction,
  deleteQueueAction,
  savePoolAction,
  saveQueueAction,
  setPoolPausedAction,
  setQueuePausedAction,
} from "@/app/(ui)/work-queues/_actions";
import type { PoolActions, QueueActions } from "@/components/work-queues/queue-actions";

/** What the pages of queues ask of the server. */
export const queueActions: QueueActions = {
  create: createQueueAction,
  save: saveQueueAction,
  setPaused: setQueuePausedAction,
  remove: deleteQueueAction,
};

/** What the page of a pool asks of the server. */
export const poolActions: PoolActions = { save: savePoolAction, setPaused: setPoolPausedAction };
