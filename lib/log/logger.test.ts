import { expect, it } from "vitest";
import { z } from "zod";
import { parseJson } from "@/lib/json";
import { createLogger, type Logger } from "@/lib/log/logger";
import { Secret } from "@/lib/secrets/secret";

const canary = "canary-5f1c";

function collect(level: "info" | "debug" | "silent" = "info"): { log: Logger; lines: string[] } {
  const lines: string[] = [];
  return { log: createLogger(level, { write: (line) => lines.push(line) }), lines };
}

it("writes one JSON line with level, time, message and fields", () => {
  const { log, lines } = collect();
  log.info("block document created", { id: "b1", tries: 2, nothing: null });
  expect(lines).toHaveLength(1);
  expect(lines[0]?.endsWith("\n")).toBe(true);
  const line: unknown = JSON.parse(lines[0] ?? "");
  expect(line).toEqual({
    level: "info",
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    id: "b1",
    tries: 2,
    nothing: null,
    msg: "block document created",
  });
});

it("writes nothing below its level", () => {
  const { log, lines } = collect();
  log.debug("detail");
  expect(lines).toEqual([]);
  const silent = collect("silent");
  silent.log.error("boom");
  expect(silent.lines).toEqual([]);
});

it("masks secrets by class and by name of their key, at every depth", () => {
  const { log, lines } = collect();
  const fields = {
    anything: new Secret(canary),
    list: [{ deep: new Map([["value", new Secret(canary)]]) }],
    password: canary,
    aws_secret_access_key: canary,
    apiKey: canary,
    headers: { Authorization: canary, cookie: [canary] },
    data: { text: canary },
    body: canary,
    ciphertext: canary,
    bytes: Buffer.from(canary),
    isPassword: true,
  };
  log.info("test", fields);
  expect(lines[0]).not.toContain(canary);
  expect(lines[0]).toContain('"anything":"********"');
  expect(lines[0]).toContain('"isPassword":true');
});

it("logs an error with name, message, stack and cause, without its inputs", () => {
  const { log, lines } = collect();
  const parsed = z.object({ name: z.string() }).safeParse({ name: 1 }, { reportInput: true });
  const cause = Object.assign(new Error("inner"), { code: "SQLITE_BUSY", params: [canary], input: canary });
  const error = new TypeError("outer", { cause });
  log.error("failed", { error, parsed: parsed.error });
  const line = JSON.parse(lines[0] ?? "");
  expect(line.error).toMatchObject({
    name: "TypeError",
    message: "outer",
    stack: expect.stringContaining("logger.test.ts"),
    cause: { name: "Error", message: "inner", code: "SQLITE_BUSY", stack: expect.any(String) },
  });
  expect(line.parsed).not.toHaveProperty("issues");
  expect(lines[0]).not.toContain(canary);
});

it("cuts the parameters that drizzle appends to the message of a failed query", () => {
  const { log, lines } = collect();
  log.error("failed", { error: new Error(`Failed query: insert into x\nparams: 1,${canary}\n${canary}`) });
  expect(lines[0]).toContain("Failed query: insert into x");
  expect(lines[0]).not.toContain(canary);
});

it("cuts what a parser quotes of its input, from the error and from its causes", () => {
  const { log, lines } = collect();
  const texts = [canary, `\n    at ${canary}`, `{"data": ${canary}}`, `[${canary},${canary}]`];
  for (const text of texts) {
    const quoting = syntaxErrorOf(() => JSON.parse(text));
    log.error("failed", { error: quoting });
    log.error("failed", { error: new Error("outer", { cause: quoting }) });
    log.error("failed", { error: syntaxErrorOf(() => parseJson(text)) });
  }
  expect(lines).toHaveLength(12);
  for (const line of lines) {
    expect(line).not.toContain("canary");
    expect(line).toContain("logger.test.ts");
  }
  expect(JSON.parse(lines[0] ?? "").error).toMatchObject({
    name: "SyntaxError",
    message: "unexpected character",
    stack: expect.stringMatching(/^SyntaxError.*\n {4}at /),
  });
  expect(JSON.parse(lines[1] ?? "").error.cause.name).toBe("SyntaxError");
});

it("keeps no words of a stack whose error says something else by now", () => {
  const { log, lines } = collect();
  const error = new TypeError(`${canary}\n    at ${canary}`);
  expect(error.stack).toContain(canary);
  error.message = "changed";
  log.error("failed", { error });
  expect(lines[0]).not.toContain(canary);
  expect(JSON.parse(lines[0] ?? "").error).toMatchObject({
    message: "changed",
    stack: expect.stringMatching(/^TypeError\n {4}at .*logger\.test\.ts/),
  });
});

function syntaxErrorOf(parse: () => unknown): Error {
  try {
    parse();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error("this was expected to be refused");
}

it("survives circular fields", () => {
  const { log, lines } = collect();
  const circle: Record<string, unknown> = {};
  circle["self"] = circle;
  log.info("test", circle);
  expect(lines[0]).toContain("[deeper]");
});
