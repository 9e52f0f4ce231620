import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const pages = globSync("{*.md,docs/**/*.md,{app,components,db,e2e,lib}/**/README.md}");

test.each(pages)("%s links only to what is in the repository", (page) => {
  const links = [...readFileSync(page, "utf8").matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(
    ([, target]) => target ?? "",
  );
  const missing = links
    .filter((target) => !/^[a-z]+:/.test(target))
    .filter((target) => !existsSync(join(dirname(page), target)));
  expect(missing).toEqual([]);
});
