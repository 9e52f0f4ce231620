import type { FlowRunId } from "@/lib/ids";
import { levelWord } from "@/lib/logs/level-word";
import type { Log } from "@/lib/logs/model";
import type { Store } from "@/lib/store";
import { toIsoTime } from "@/lib/text/format-date";

const linesPerPart = 2_000;

/** The log of a run as text, part by part: time, level, logger and message. */
export async function* printLog(store: Store, flowRunId: FlowRunId): AsyncGenerator<string, undefined> {
  for (let offset = 0; ; offset += linesPerPart) {
    const logs = await store.logs.list({ flowRunIds: [flowRunId] }, "timestamp_asc", {
      limit: linesPerPart,
      offset,
    });
    if (logs.length > 0) yield logs.map(printLine).join("");
    if (logs.length < linesPerPart) return undefined;
  }
}

function printLine({ timestamp, level, name, message }: Log): string {
  return `${toIsoTime(timestamp)} ${levelWord(level).toUpperCase().padEnd(8)} ${name}: ${message}\n`;
}
