import { expect, type Locator, type Page } from "@playwright/test";

const detailsUrl = /\/blocks\/block\/[0-9a-f-]{36}$/;

/** The form of a block, as tests speak of it. */
export function formPage(page: Page) {
  const button = (name: string): Locator => page.getByRole("button", { name, exact: true });
  return {
    name: page.getByLabel("Block name"),
    summary: page.getByRole("main").getByRole("alert"),
    /** The named group of a field: its rows, its choices, its stored secret. */
    field: (label: string): Locator => page.getByRole("group", { name: label, exact: true }),
    text: (label: string): Locator => page.getByRole("textbox", { name: label, exact: true }),
    /** Sends the form and waits for the page of the new block. */
    create: async (): Promise<void> => {
      await button("Create").click();
      await expect(page).toHaveURL(detailsUrl);
    },
    /** Saves, agrees to the review and waits for the page of the block. */
    save: async (): Promise<void> => {
      await button("Save").click();
      await page.getByRole("dialog").getByRole("button", { name: "Save changes" }).click();
      await expect(page).toHaveURL(detailsUrl);
    },
    /** What the inputs of the page hold, and what the browser keeps: nothing of it may be a stored secret. */
    readInputs: async (): Promise<string> =>
      await page.evaluate(() =>
        [...document.querySelectorAll("input, textarea")]
          .map((control) => (control as HTMLInputElement).value)
          .join("\n"),
      ),
    readBrowserStorage: async (): Promise<string> =>
      await page.evaluate(async () => {
        const databases = await indexedDB.databases();
        const kept = [{ ...localStorage }, { ...sessionStorage }, document.cookie, history.state, databases];
        return JSON.stringify(kept);
      }),
  };
}
