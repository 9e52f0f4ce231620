import { z } from "zod";
import { DomainError } from "@/lib/errors";
import type { Edit, PatchEdit } from "@/lib/forms/edit";

const hide = z.array(z.array(z.string()).max(100)).max(1000).exactOptional();
const blocks = z.array(z.strictObject({ at: z.string(), documentId: z.string() })).exactOptional();
const show = z.literal(true).exactOptional();

const editSchema: z.ZodType<Edit> = z.lazy(() =>
  z.discriminatedUnion("do", [
    z.strictObject({ do: z.literal("keep"), hide }),
    z.strictObject({ do: z.literal("clear"), hide }),
    z.strictObject({ do: z.literal("set"), json: z.string(), blocks, show, hide }),
    z.strictObject({ do: z.literal("reference"), documentId: z.string(), hide }),
    patchSchema,
    z.strictObject({ do: z.literal("rows"), rows: z.array(rowSchema), hide }),
    z.strictObject({ do: z.literal("items"), items: z.array(itemSchema), hide }),
  ]),
);

const patchSchema = z.strictObject({
  do: z.literal("patch"),
  entries: z.array(z.strictObject({ key: z.string(), from: z.string().exactOptional(), edit: editSchema })),
  hide,
});
const rowSchema = z.strictObject({ key: z.string(), from: z.string().nullable(), edit: editSchema });
const itemSchema = z.strictObject({ from: z.int().nonnegative().nullable(), edit: editSchema });

/** No form is nested like this; parsing deeper ones could exhaust the stack. */
const maxDepth = 300;

/**
 * What a browser sent as the edit of a whole document.
 * @throws DomainError bad_request when it is none. Nothing of the input is quoted: it may hold secrets.
 */
export function parsePatchEdit(input: unknown): PatchEdit {
  const parsed = isDeeperThan(input, maxDepth) ? undefined : patchSchema.safeParse(input);
  if (parsed?.success) return parsed.data;
  throw new DomainError("bad_request", "The form sent something that is no change. Reload it and try again.");
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((item) => isDeeperThan(item, levels - 1));
}
