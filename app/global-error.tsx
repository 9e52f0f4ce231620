"use client";

import "@/app/globals.css";

/** An error of the root layout: nothing of ours is left but the styles, so this brings a document of its own. */
export default function GlobalError() {
  return (
    <html lang="en">
      <body>
        <title>This page could not be loaded · Blockyard</title>
        <main className="mx-auto mt-[11vh] max-w-140 px-4">
          <h1 className="font-semibold text-xl tracking-tight">This page could not be loaded</h1>
          <p className="mt-1.5 text-text-2">
            Something unexpected happened while it was made. Nothing was changed. Reload the page; if it
            happens again, the server's log says why.
          </p>
        </main>
      </body>
    </html>
  );
}
