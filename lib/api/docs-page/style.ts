import { tokens } from "@/lib/api/docs-page/tokens";

const base = `
*, ::before, ::after { box-sizing: border-box; margin: 0; padding: 0; }
html { scroll-padding-top: 24px; -webkit-text-size-adjust: 100%; }
body {
  background: var(--surface); color: var(--text);
  font: 0.875rem/1.375rem "IBM Plex Sans", ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif;
}
code, pre, .method, .status {
  font-family: "IBM Plex Mono", ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", "DejaVu Sans Mono", monospace;
  font-variant-ligatures: none;
}
code { font-size: 0.925em; overflow-wrap: anywhere; }
a { color: var(--accent); text-decoration: none; }
a:hover, p a { text-decoration: underline 1px; text-underline-offset: 3px; }
p a:not(:hover) { text-decoration-color: var(--accent-line); }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 4px; }
main:focus { outline: none; }
ul { list-style: none; }
h1, h2, h3, h4 { font-weight: 600; text-wrap: balance; }
h1 { font-size: 1.375rem; line-height: 1.75rem; }
h2 { font-size: 1.375rem; line-height: 1.75rem; }
h3 { font-size: 1rem; line-height: 1.5rem; }
h4 { font-size: 0.8125rem; line-height: 1.25rem; margin-top: 24px; padding-bottom: 8px; border-bottom: 1px solid var(--line); }
h3 a { color: inherit; }
p { text-wrap: pretty; max-width: 68ch; }
.meta { color: var(--text-3); font-size: 0.75rem; font-weight: 400; line-height: 1rem; }
.skip { position: absolute; top: -64px; left: 12px; z-index: 2; padding: 8px 12px; background: var(--raised); border-radius: 6px; }
.skip:focus { top: 12px; }
`;

const frame = `
.frame { display: grid; grid-template-columns: 288px minmax(0, 1fr); min-height: 100dvh; }
header { position: sticky; top: 0; display: flex; flex-direction: column; height: 100dvh; background: var(--bg); border-right: 1px solid var(--line); }
.side { min-height: 0; overflow-y: auto; padding: 0 12px 24px; }
.brand { display: flex; align-items: center; gap: 10px; padding: 16px 20px; color: var(--text); }
.brand:hover { text-decoration: none; }
.brand > span { display: grid; line-height: 1.125rem; }
.brand b { font-size: 0.9375rem; font-weight: 600; letter-spacing: -0.01em; }
.brand span span { color: var(--text-3); font-size: 0.75rem; }
.brand svg { flex: none; }
.dark { fill: var(--text); }
.pale { opacity: 0.32; }
.lifted { fill: var(--k-brand); }
.to-contents, .fold { display: none; }
.contents a { display: flex; align-items: center; gap: 8px; padding: 5px 10px; border-radius: 6px; color: var(--text-2); font-size: 0.8125rem; line-height: 1.125rem; }
.contents a:hover { background: var(--pressed); color: var(--text); text-decoration: none; }
.contents a span:first-child { flex: 1; min-width: 0; }
.contents .chapter-link { margin-top: 16px; color: var(--text); font-weight: 600; }
main { min-width: 0; padding: 32px 40px 96px; }
main > * { max-width: 1240px; margin-inline: auto; }
`;

const content = `
.chapter { margin-top: 72px; }
.chapter > p { margin-top: 8px; color: var(--text-2); }
.operation { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, min(30rem, 44%)); gap: 20px 48px; align-items: start; }
.chapter .operation { margin-top: 32px; padding-top: 32px; border-top: 1px solid var(--line); scroll-margin-top: -8px; }
.operation:target h3 a, h2:target, h3:target a { text-decoration: underline 2px var(--accent); text-underline-offset: 5px; }
.prose > p, .prose > ul { margin-top: 12px; }
.prose > .meta { display: flex; gap: 16px; margin-top: 4px; }
h4 .meta { margin-left: 8px; }
.route { display: flex; align-items: baseline; gap: 10px; }
.route code { font-size: 0.875rem; }
p code, dd code, li code { color: var(--text); }
.prose > p:not(.route, .meta), dd p { color: var(--text-2); }
strong { color: var(--text); font-weight: 600; }
.method { flex: none; padding: 0 6px; border: 1px solid var(--line-strong); border-radius: 4px; color: var(--text-2); font-size: 0.6875rem; line-height: 1.125rem; font-weight: 500; }
.post, .patch { border-color: var(--accent-line); background: var(--accent-soft); color: var(--accent); }
.delete { border-color: var(--danger-line); background: var(--danger-soft); color: var(--danger); }
.fields > div, .answers > div { padding: 10px 0; border-bottom: 1px solid var(--line); }
.fields dt code { font-size: 0.8125rem; font-weight: 500; color: var(--text); }
.type, .limits { color: var(--text-3); font-size: 0.75rem; line-height: 1.125rem; }
.type { margin-left: 6px; }
.required { margin-left: 6px; color: var(--text-2); font-size: 0.75rem; font-weight: 500; }
dd p, dd ul { margin-top: 2px; font-size: 0.8125rem; line-height: 1.25rem; color: var(--text-2); }
dd li { padding-left: 14px; position: relative; }
dd li::before { content: "·"; position: absolute; left: 2px; font-weight: 600; }
dd .limits { display: flex; flex-wrap: wrap; gap: 0 14px; color: var(--text-3); font-size: 0.75rem; }
.limits code { color: inherit; }
.nested { margin-top: 8px; padding-left: 16px; border-left: 2px solid var(--line); }
.nested .fields > div:last-child { border-bottom: 0; padding-bottom: 0; }
.answers > div { display: grid; grid-template-columns: 11rem minmax(0, 1fr); gap: 2px 16px; }
.answers dt { font-size: 0.8125rem; line-height: 1.375rem; color: var(--text-2); }
.status { font-size: 0.75rem; font-weight: 500; color: var(--text); }
.good { color: var(--ok); }
.examples { display: grid; gap: 16px; position: sticky; top: 24px; }
.panel { overflow: hidden; border: 1px solid var(--line-strong); border-radius: 8px; background: var(--sunken); }
.panel figcaption, .panel summary { padding: 7px 14px; background: var(--surface); color: var(--text-2); font-size: 0.75rem; line-height: 1.125rem; font-weight: 500; }
.panel figcaption, .panel[open] summary { border-bottom: 1px solid var(--line); }
pre { padding: 12px 14px; font-size: 0.75rem; line-height: 1.25rem; white-space: pre-wrap; overflow-wrap: anywhere; }
pre code { font-size: inherit; }
summary { cursor: pointer; }
summary:hover { color: var(--text); }
.panel :focus-visible { outline-offset: -2px; border-radius: 7px; }
.t-key, .t-word { color: var(--c-key); }
.t-text { color: var(--c-str); }
.t-number { color: var(--c-num); }
`;

const narrow = `
@media (width < 72.5rem) {
  .operation { grid-template-columns: minmax(0, 1fr); }
  .examples { position: static; }
}
@media (width < 53.75rem) {
  html { scroll-padding-top: 68px; }
  .frame { display: block; }
  header { z-index: 1; flex-direction: row; align-items: center; justify-content: space-between; height: 52px; border-right: 0; border-bottom: 1px solid var(--line); }
  .brand { padding: 8px 16px; min-height: 44px; }
  .brand svg { width: 26px; height: 26px; }
  .side { display: none; }
  .to-contents { display: flex; align-items: center; min-height: 44px; padding: 0 16px; font-size: 0.8125rem; }
  .fold { display: block; margin-top: 24px; border-block: 1px solid var(--line); }
  .fold summary { padding: 11px 0; font-weight: 600; }
  .fold .contents { padding-bottom: 16px; }
  .contents a { min-height: 40px; padding-inline: 0; }
  #contents { scroll-margin-top: 56px; }
  main { padding: 20px 16px 56px; }
  .chapter { margin-top: 48px; }
  .answers > div { grid-template-columns: minmax(0, 1fr); }
}
@media print {
  header, .fold, .skip { display: none; }
  .frame, .operation { display: block; }
}
`;

/** The whole style sheet of the page. The design language is that of the other pages. */
export const style = tokens + base + frame + content + narrow;
