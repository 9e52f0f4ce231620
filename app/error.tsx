"use client";

import { ErrorView } from "@/components/layout/error-view";

type ErrorPageProps = { error: Error & { digest?: string }; retry: () => void };

/** An error of the frame itself. */
export default function ErrorPage({ error, retry }: ErrorPageProps) {
  return (
    <main className="px-4">
      <ErrorView onRetry={retry} {...(error.digest !== undefined && { reference: error.digest })} />
    </main>
  );
}
