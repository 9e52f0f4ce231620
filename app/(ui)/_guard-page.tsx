import { unstable_rethrow } from "next/navigation";
import type { ReactNode } from "react";
import { ErrorView } from "@/components/layout/error-view";
import { DomainError } from "@/lib/errors";
import { type Context, getContext } from "@/lib/server/context";
import { setPageStatus } from "@/lib/server/page-status";

/**
 * Makes a page. When a read fails, the page says so with the right status, also without JavaScript, and the log has the
 * error: Next would send an empty body and print the error raw. `page` names the page in the log.
 */
export async function guardPage(
  page: string,
  make: (context: Context) => Promise<ReactNode>,
): Promise<ReactNode> {
  const context = getContext();
  try {
    return await make(context);
  } catch (error) {
    // Redirects and the like are thrown too.
    unstable_rethrow(error);
    const reference = context.newId().slice(0, 8);
    context.log.error("a page could not be made", { page, reference, error });
    const isTold = DomainError.is(error) && (error.code === "unavailable" || error.code === "unreadable");
    setPageStatus(isTold ? 503 : 500);
    return <ErrorView reference={reference}>{isTold ? error.message : undefined}</ErrorView>;
  }
}
