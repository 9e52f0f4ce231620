"use client";

import { ErrorView } from "@/components/layout/error-view";

type ErrorPageProps = { retry: () => void };

/** An error that no page caught itself, inside the frame. What it was stays on the server. */
export default function ErrorPage({ retry }: ErrorPageProps) {
  return <ErrorView onRetry={retry} />;
}
