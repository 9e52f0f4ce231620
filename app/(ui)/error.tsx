"use client";

import { ErrorView } from "@/components/layout/error-view";

type ErrorPageProps = { error: Error & { digest?: string }; retry: () => void };

/** An error that no page caught itself, inside the frame. The message stays on the server; the digest is the log's. */
export default function ErrorPage({ error, retry }: ErrorPageProps) {
  return <ErrorView onRetry={retry} {...(error.digest !== undefined && { reference: error.digest })} />;
}
