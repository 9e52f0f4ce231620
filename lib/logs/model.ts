import type { FlowRunId, LogId, TaskRunId } from "@/lib/ids";
import type { Micros } from "@/lib/time";

/** One line that a run wrote. */
export type Log = {
  readonly id: LogId;
  /** By the server's clock, strictly increasing: whoever follows goes on after the last one seen. */
  readonly created: Micros;
  /** The logger's name. */
  readonly name: string;
  /** Python's: 10 debug, 20 info, 30 warning, 40 error, 50 critical. */
  readonly level: number;
  readonly message: string;
  /** By the client's clock. */
  readonly timestamp: Micros;
  readonly flowRunId: FlowRunId | null;
  readonly taskRunId: TaskRunId | null;
};
