import type { Page } from "@playwright/test";

/** Collects everything that the server sends to a page: documents, page data, answers of actions, headers. */
export function recordTraffic(page: Page): () => Promise<string> {
  const answers: Promise<string>[] = [];
  page.on("response", (response) => {
    const read = async () => {
      const headers = JSON.stringify(await response.allHeaders().catch(() => ({})));
      // A redirect has no body, and a page that was left has none any more.
      const body = await response.text().catch(() => "");
      return `${response.url()}\n${headers}\n${body}`;
    };
    answers.push(read());
  });
  return async () => (await Promise.all(answers)).join("\n");
}
