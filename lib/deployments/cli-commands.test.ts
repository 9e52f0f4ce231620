import { expect, test } from "vitest";
import { agentCommand, runCommand } from "@/lib/deployments/cli-commands";

test("names that a shell would read otherwise are quoted", () => {
  expect(runCommand("log-flow", "s3")).toBe("prefect deployment run log-flow/s3");
  expect(runCommand("my flow", "it's")).toBe("prefect deployment run 'my flow/it'\\''s'");
  expect(agentCommand("$(rm)")).toBe("prefect agent start -q '$(rm)'");
});
