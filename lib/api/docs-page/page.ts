import { createHash } from "node:crypto";
import {
  chaptersOf,
  chapterView,
  contentsList,
  objectsChapter,
  objectsOf,
  overview,
  refusalsChapter,
} from "@/lib/api/docs-page/chapters";
import { type Html, html, printHtml, verbatim } from "@/lib/api/docs-page/html";
import { originMark } from "@/lib/api/docs-page/request-example";
import { style } from "@/lib/api/docs-page/style";
import type { OpenApiDocument } from "@/lib/api/openapi/model";

/** The page runs no script and loads nothing: its one style sheet is part of it and allowed by its hash. */
export const docsPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** The description of the API as a page for people. `origin` is what its reader calls this server. */
export function renderDocsPage(document: OpenApiDocument): (origin: string) => string {
  const page = printHtml(docsPage(document));
  return (origin) => page.replaceAll(originMark, () => printHtml(html`${origin}`));
}

function docsPage(document: OpenApiDocument): Html {
  const chapters = chaptersOf(document);
  const objects = objectsOf(document);
  const contents = contentsList(chapters, objects);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>API reference · Blockyard</title>
<style>${verbatim(style)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to content</a>
<div class="frame">
<header>
<a class="brand" href="/blocks">${brandMark}<span><b>Blockyard</b> <span>API reference</span></span></a>
<a class="to-contents" href="#contents">Contents</a>
<nav class="side" aria-label="Contents">${contents}</nav>
</header>
<main id="main" tabindex="-1">
${overview(document)}
<nav class="fold" aria-label="Contents"><details><summary>Contents</summary><div id="contents">${contents}</div></details></nav>
${refusalsChapter(document)}
${chapters.map((chapter) => chapterView(chapter, document))}
${objectsChapter(objects)}
</main>
</div>
</body>
</html>
`;
}

const brandMark = html`<svg viewBox="0 0 30 30" width="30" height="30" aria-hidden="true">
<rect class="dark" x="3" y="17" width="10.5" height="10.5" rx="2"/>
<rect class="dark" x="16.5" y="17" width="10.5" height="10.5" rx="2"/>
<rect class="dark pale" x="3" y="3.5" width="10.5" height="10.5" rx="2"/>
<rect class="lifted" x="16.9" y="2.9" width="9.7" height="9.7" rx="1.9" transform="rotate(12 21.7 7.7)"/>
</svg>`;
