import { readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { TypeLogo } from "@/components/blocks/type-logo";
import { catalog } from "@/lib/catalog";

const styles = readFileSync(new URL("../../app/tokens.css", import.meta.url), "utf8");
const families = ["storage", "infra", "cred", "secret", "notify", "data", "source"];

/** The value of a token in `:root` (light) or in the dark set. */
function tokenOf(name: string, theme: string): string {
  const start = styles.indexOf(theme === "dark" ? ':root[data-theme="dark"] {' : ":root {");
  const block = styles.slice(start, styles.indexOf("}", start));
  return new RegExp(`${name}: (#[0-9a-f]{6});`).exec(block)?.[1] ?? "";
}

function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrastOf(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminanceOf(a), luminanceOf(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

describe("TypeLogo", () => {
  it.each(catalog.map(({ slug, name }) => [slug, name] as const))(
    "draws %s without loading anything",
    (slug, name) => {
      const html = renderToStaticMarkup(<TypeLogo slug={slug} name={name} size="lg" />);
      expect(html).toContain('aria-hidden="true"');
      expect(html).toMatch(/<path d="[Mm]|<text x="12"/);
      expect(html).not.toMatch(/<img|href|url\(|http|style=/);
    },
  );

  it("shows two letters for an unknown type, escaped", () => {
    expect(renderToStaticMarkup(<TypeLogo slug="cube" name="<Cube>" />)).toContain(">Cu</text>");
  });

  it.each([
    ["sm", "size-6"],
    ["md", "size-8"],
    ["lg", "size-11"],
  ] as const)("has the size %s", (size, className) => {
    expect(renderToStaticMarkup(<TypeLogo slug="s3" name="S3" size={size} />)).toContain(className);
  });

  it.each(families.flatMap((family) => [[family, "light"] as const, [family, "dark"] as const]))(
    "stands out from its tile by at least 3:1 (%s, %s)",
    (family, theme) => {
      const ink = tokenOf(`--k-${family}`, theme);
      const tile = tokenOf(`--k-${family}-soft`, theme);
      expect(contrastOf(ink, tile)).toBeGreaterThanOrEqual(3);
    },
  );
});
