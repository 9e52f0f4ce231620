import { expect, type Locator, type Page } from "@playwright/test";

/** The page of the configured blocks, as tests speak of it. */
export function listPage(page: Page) {
  const table = page.getByRole("table", { name: "Blocks" });
  const row = (name: string): Locator =>
    table.getByRole("row").filter({ has: page.getByRole("link", { name, exact: true }) });
  return {
    table,
    row,
    /** The links with the names of the blocks, in order. */
    names: table.locator("tbody").getByRole("link"),
    search: page.getByRole("searchbox", { name: "Search blocks" }),
    type: page.getByRole("combobox", { name: "Type", exact: true }),
    capability: page.getByRole("combobox", { name: "Capability", exact: true }),
    sort: page.getByRole("combobox", { name: "Sort", exact: true }),
    pages: page.getByRole("navigation", { name: "Pages" }),
    /** Opens the menu of a row and chooses an entry. */
    choose: async (name: string, entry: string): Promise<void> => {
      await row(name)
        .getByRole("button", { name: `Actions for ${name}` })
        .click();
      await page.getByRole("menuitem", { name: entry }).click();
    },
    select: async (...names: readonly string[]): Promise<void> => {
      for (const name of names)
        await page.getByRole("checkbox", { name: `Select ${name}`, exact: true }).check();
    },
    expectNames: async (names: readonly string[]): Promise<void> => {
      await expect(table.locator("tbody").getByRole("link")).toHaveText([...names]);
    },
  };
}
