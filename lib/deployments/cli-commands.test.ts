import { expect, test } from "vitest";
import type { BlockLabel } from "@/lib/blocks/block-label";
import { agentCommand, buildCommand, runCommand } from "@/lib/deployments/cli-commands";
import { anId } from "@/lib/testing/builders";

const block = (slug: string, name: string, isAnonymous = false): BlockLabel => ({
  id: anId(),
  name,
  isAnonymous,
  isReadable: true,
  type: { slug, name: slug },
});
const plain = { name: "d", entrypoint: "flows/log.py:log", path: null, queue: null, tags: [] };

test("names that a shell would read otherwise are quoted", () => {
  expect(runCommand("log-flow", "s3")).toBe("prefect deployment run log-flow/s3");
  expect(runCommand("my flow", "it's")).toBe("prefect deployment run 'my flow/it'\\''s'");
  expect(agentCommand("$(rm)")).toBe("prefect agent start -q '$(rm)'");
});

test("the build names what the deployment is made of, with the path below its storage block", () => {
  const whole = {
    ...plain,
    path: "sub",
    queue: { name: "test" },
    tags: ["etl", "a b"],
    storage: block("s3", "log-test"),
    infrastructure: block("docker-container", "etl"),
  };
  expect(buildCommand(whole)).toBe(
    "prefect deployment build flows/log.py:log -n d -sb s3/log-test/sub -ib docker-container/etl -q test -t etl -t 'a b' -a",
  );
});

test("infrastructure that was made with the deployment is named by its type", () => {
  const infrastructure = block("process", "anonymous-1", true);
  expect(buildCommand({ ...plain, storage: null, infrastructure })).toBe(
    "prefect deployment build flows/log.py:log -n d -i process -a",
  );
});

test("without an entrypoint there is nothing to build from", () => {
  expect(buildCommand({ ...plain, entrypoint: null, storage: null, infrastructure: null })).toBeUndefined();
});
