import "server-only";
import type { Dialect } from "@/db/dialect";
import { DomainError } from "@/lib/errors";

/**
 * Runs a write and turns broken constraints into conflicts.
 * @throws DomainError conflict: `taken` when a unique value exists, `missing` when something referred to does not.
 */
export async function expectNoConflict<T>(
  dialect: Dialect,
  write: () => PromiseLike<T>,
  messages: { readonly taken: string; readonly missing: string },
): Promise<T> {
  try {
    return await write();
  } catch (cause) {
    if (dialect.isUniqueViolation(cause)) throw new DomainError("conflict", messages.taken, { cause });
    if (dialect.isForeignKeyViolation(cause)) throw new DomainError("conflict", messages.missing, { cause });
    throw cause;
  }
}
