import { pino } from "pino";
import type { LogLevel } from "@/lib/config/schema";
import { redact } from "@/lib/log/redact";

type Fields = Readonly<Record<string, unknown>>;

/**
 * `log.info("block document created", { id })`: the message is constant, what varies stands in fields. An error goes
 * into the field `error`. Bodies and block data are never logged.
 */
export type Logger = {
  readonly error: (message: string, fields?: Fields) => void;
  readonly warn: (message: string, fields?: Fields) => void;
  readonly info: (message: string, fields?: Fields) => void;
  readonly debug: (message: string, fields?: Fields) => void;
};

/**
 * JSON lines, by default to standard output. Those are written beside the work, several at once when there are many: a write
 * for each request would take longer than finding a block. What is still to be written at the end of the process is
 * written then; only a kill can lose the last milliseconds.
 */
export function createLogger(level: LogLevel, destination?: { write(line: string): void }): Logger {
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  const sink = pino(options, destination ?? pino.destination({ sync: false }));
  const write =
    (name: "error" | "warn" | "info" | "debug") =>
    (message: string, fields: Fields = {}): void => {
      if (sink.isLevelEnabled(name)) sink[name](redact(fields), message);
    };
  return { error: write("error"), warn: write("warn"), info: write("info"), debug: write("debug") };
}
