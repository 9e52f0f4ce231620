import { expect, it } from "vitest";
import { deleteBlockDocuments } from "@/lib/blocks/delete-block-documents";
import { explainFailedDeletion } from "@/lib/blocks/explain-failed-deletion";
import { DomainError } from "@/lib/errors";
import type { BlockDocumentId } from "@/lib/ids";
import { anId } from "@/lib/testing/builders";
import { openTestStore } from "@/lib/testing/template-db";

const ids = [anId<BlockDocumentId>()];

it("says which blocks were gone already", async () => {
  const { deps } = await openTestStore();
  const error = await deleteBlockDocuments(deps, ids).catch((reason: unknown) => reason);
  expect(await explainFailedDeletion(deps, ids, error)).toEqual({
    missing: ids,
    message: expect.stringContaining("Nothing was deleted"),
  });
});

it("asks a database that failed nothing more, and tells nobody outside what it said", async () => {
  const { deps, dialect } = await openTestStore();
  await dialect.close();
  const error = await deleteBlockDocuments(deps, ids).catch((reason: unknown) => reason);
  expect(await explainFailedDeletion(deps, ids, error)).toMatchObject({ missing: [] });
  const message = "The server could not delete anything. Its log says why.";
  expect(await explainFailedDeletion(deps, ids, new Error("disk I/O"))).toEqual({ missing: [], message });
  const busy = new DomainError("unavailable", "The database is busy. Try again in a moment.");
  expect(await explainFailedDeletion(deps, ids, busy)).toEqual({ missing: [], message: busy.message });
});
