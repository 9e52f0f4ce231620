import { describe, expect, it } from "vitest";
import { toEnvironmentName, toVariableName } from "@/lib/snippets/names";

describe("toVariableName", () => {
  it.each([
    ["log-test", "log_test_block"],
    ["class", "class_block"],
    ["json", "json_block"],
    ["my-block", "my_block"],
    ["block", "block"],
    ["2024-logs", "block_2024_logs"],
    ["-", "block"],
    ["a--b-", "a_b_block"],
  ])("names the variable for %j %s", (name, variable) => {
    expect(toVariableName(name)).toBe(variable);
  });
});

describe("toEnvironmentName", () => {
  it.each([
    ["log-test", "LOG_TEST"],
    ["2024", "BLOCK_2024"],
    ["-", "BLOCK"],
  ])("names the environment variable for %j %s", (name, variable) => {
    expect(toEnvironmentName(name)).toBe(variable);
  });
});
