import { expect, test } from "vitest";
import type { Deployment } from "@/lib/deployments/model";
import { deploymentStatus } from "@/lib/deployments/shown-status";
import { anId } from "@/lib/testing/builders";
import { aDeployment } from "@/lib/testing/deployment-builders";
import type { Micros } from "@/lib/time";

const now = 1_000_000_000 as Micros;
const labelOf = (overrides: Partial<Deployment>) =>
  deploymentStatus(aDeployment({ flowId: anId(), workQueueName: "test", ...overrides }), now).label;

test("ready is what an agent asked about within the last minute, both ends included", () => {
  expect(labelOf({ lastPolled: (now - 60_000_000) as Micros })).toBe("Ready");
  expect(labelOf({ lastPolled: (now - 60_000_001) as Micros })).toBe("No agent");
  expect(labelOf({})).toBe("No agent");
  expect(labelOf({ workQueueName: null })).toBe("No queue");
});

test("paused hides whether an agent is there, and a deleted block is said before that", () => {
  const lostStorage = { typeSlug: "s3", name: "log-test" };
  expect(labelOf({ isPaused: true, lastPolled: now })).toBe("Paused");
  expect(labelOf({ isPaused: true, lostStorage })).toBe("Storage block missing");
  expect(labelOf({ isPaused: true, lostInfrastructure: lostStorage })).toBe("Infrastructure block missing");
});

test("a deleted block in whose place another one was chosen is not missing", () => {
  const lostStorage = { typeSlug: "s3", name: "log-test" };
  expect(labelOf({ lostStorage, storageDocumentId: anId(), lastPolled: now })).toBe("Ready");
});
