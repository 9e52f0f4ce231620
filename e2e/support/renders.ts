import type { Page } from "@playwright/test";

/** Of one key press: how often components rendered, by the field in which they lie; "" is outside all fields. */
export type Renders = Readonly<Record<string, number>>;

/**
 * Counts what React renders, in the production build: React tells the hook of its developer tools of every commit, and
 * marks each component that did work in it. Call it before the page is opened.
 */
export async function countRenders(page: Page): Promise<void> {
  await page.addInitScript(() => {
    type Fiber = {
      readonly tag: number;
      readonly flags: number;
      readonly child: Fiber | null;
      readonly sibling: Fiber | null;
      readonly return: Fiber | null;
      readonly alternate: Fiber | null;
      readonly stateNode: unknown;
    };
    const components = [0, 1, 11, 14, 15];
    const performedWork = 1;
    const renders: Record<string, number> = {};

    const elementIn = (fiber: Fiber | null): Element | null => {
      for (let each = fiber; each; each = each.sibling) {
        const found = each.stateNode instanceof Element ? each.stateNode : elementIn(each.child);
        if (found) return found;
      }
      return null;
    };
    const elementAround = (fiber: Fiber | null): Element | null => {
      for (let each = fiber; each; each = each.return)
        if (each.stateNode instanceof Element) return each.stateNode;
      return null;
    };
    const fieldOf = (fiber: Fiber): string => {
      const element = elementIn(fiber.child) ?? elementAround(fiber.return);
      const field = element?.closest<HTMLElement>("[data-field]");
      return field?.dataset["field"] ?? "";
    };
    const visit = (fiber: Fiber): void => {
      if (components.includes(fiber.tag) && (fiber.flags & performedWork) !== 0) {
        const field = fieldOf(fiber);
        renders[field] = (renders[field] ?? 0) + 1;
      }
      // The same child as before: nothing below was looked at.
      if (fiber.alternate && fiber.child === fiber.alternate.child) return;
      for (let child = fiber.child; child; child = child.sibling) visit(child);
    };
    const hook = {
      renderers: new Map(),
      supportsFiber: true,
      inject: () => 1,
      checkDCE: () => undefined,
      onCommitFiberUnmount: () => undefined,
      onPostCommitFiberRoot: () => undefined,
      onCommitFiberRoot: (_id: number, root: { readonly current: Fiber }) => visit(root.current),
    };
    const takeRenders = () => {
      const taken = { ...renders };
      for (const field of Object.keys(renders)) delete renders[field];
      return taken;
    };
    Object.assign(window, { __REACT_DEVTOOLS_GLOBAL_HOOK__: hook, takeRenders });
  });
}

/** What has rendered since the last call. */
export async function takeRenders(page: Page): Promise<Renders> {
  return await page.evaluate(async () => {
    // What a key press sets off is done two frames later.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const { takeRenders: take } = window as unknown as { takeRenders: () => Record<string, number> };
    return take();
  });
}
