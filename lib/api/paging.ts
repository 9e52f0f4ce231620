import { DomainError } from "@/lib/errors";
import type { Page } from "@/lib/page";
import { maxLimit } from "@/lib/wire/fields";

/** The page that a filter body asks for. @throws DomainError invalid, worded as clients know it. */
export function toPage(body: { readonly limit?: number | null | undefined; readonly offset: number }): Page {
  const limit = body.limit ?? maxLimit;
  if (limit > maxLimit) {
    throw new DomainError("invalid", `Invalid limit: must be less than or equal to ${maxLimit}.`);
  }
  if (limit < 0) throw new DomainError("invalid", "Invalid limit: must be greater than or equal to 0.");
  return { limit, offset: body.offset };
}
