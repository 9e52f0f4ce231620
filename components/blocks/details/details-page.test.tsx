import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime";
import { renderToString } from "react-dom/server";
import { expect, it } from "vitest";
import { DetailsPage } from "@/components/blocks/details/details-page";
import type { BlockDetailsView } from "@/lib/blocks/read-block-details";
import type { BlockDocumentId } from "@/lib/ids";
import { anId } from "@/lib/testing/builders";
import type { Micros } from "@/lib/time";

const at = 1_767_225_600_000_000 as Micros; // times are branded numbers
const block: BlockDetailsView = {
  id: anId<BlockDocumentId>(),
  name: "log-test",
  isAnonymous: false,
  isReadable: true,
  type: { slug: "s3", name: "S3" },
  capabilities: [],
  dataKeys: [],
  checksum: "sha256:1",
  created: at,
  updated: at,
  settings: { set: [], unset: [] },
  usedBy: [],
  deployments: [],
};
const preview = async () => ({ missing: [], users: [], deployments: [] });
const deleteActions = { preview, remove: async () => ({ ok: true }) as const };

const ignore = () => {};
const router = {
  push: ignore,
  replace: ignore,
  refresh: ignore,
  prefetch: ignore,
  back: ignore,
  forward: ignore,
  bfcacheId: "",
};

function html(shown: BlockDetailsView): string {
  return renderToString(
    <AppRouterContext value={router}>
      <DetailsPage block={shown} snippets={[]} now={at} deleteActions={deleteActions} />
    </AppRouterContext>,
  );
}

it("offers to edit a block, but not one that cannot be read: that one can only be deleted", () => {
  expect(html(block)).toContain(`/blocks/block/${block.id}/edit`);
  const unreadable = html({ ...block, isReadable: false, settings: null });
  expect(unreadable).not.toContain("/edit");
  expect(unreadable).toContain("Delete");
  expect(unreadable).toContain("cannot be read");
});
