"use client";

import { ErrorView } from "@/components/layout/error-view";

type ErrorPageProps = { retry: () => void };

/** An error of the frame itself. */
export default function ErrorPage({ retry }: ErrorPageProps) {
  return (
    <main className="px-4">
      <ErrorView onRetry={retry} />
    </main>
  );
}
