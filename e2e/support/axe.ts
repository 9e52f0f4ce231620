import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const sizes = [
  { width: 1280, height: 900 },
  { width: 360, height: 740 },
] as const;
const schemes = ["light", "dark"] as const;

/** The rules that look at colours; the others read the same page in both schemes. */
const colourRules = ["color-contrast", "link-in-text-block"];

/**
 * Axe finds nothing on what is shown now, wide and narrow, light and dark, and nothing scrolls sideways.
 * `followsSystem`: the page has no script that would name the theme. `isBrief`: axe looks at the wide page only; that
 * nothing scrolls sideways is tried at both widths.
 */
export async function expectAccessible(
  page: Page,
  state: string,
  {
    followsSystem = false,
    isBrief = false,
  }: { readonly followsSystem?: boolean; readonly isBrief?: boolean } = {},
): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const colorScheme of isBrief && size !== sizes[0] ? [] : schemes) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      if (!followsSystem) await expect(page.locator("html")).toHaveAttribute("data-theme", colorScheme);
      const axe = new AxeBuilder({ page }).setLegacyMode();
      const { violations, passes } = await (colorScheme === "light"
        ? axe
        : axe.withRules(colourRules)
      ).analyze();
      const found = violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.target.join(" ")}: ${node.failureSummary ?? ""}`),
      );
      const at = `${state}, ${size.width} px, ${colorScheme}`;
      expect.soft(found, at).toEqual([]);
      expect.soft(passes.length, `${at}: rules that found something to judge`).toBeGreaterThan(0);
    }
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect.soft(overflow, `${state}, ${size.width} px: scrolls sideways by`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize(sizes[0]);
}
