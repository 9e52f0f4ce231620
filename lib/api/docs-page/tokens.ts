// The design tokens of the pages (app/tokens.css), as far as this page uses them; a test holds the two together. There is
// no script that could read a choice of theme, so the theme is the system's.

export const tokens = `
:root {
  color-scheme: light dark;
  --bg: #f4f6f6;
  --surface: #ffffff;
  --raised: #ffffff;
  --sunken: #f4f6f6;
  --pressed: #e4e9e9;
  --line: #e1e6e7;
  --line-strong: #cbd3d5;
  --text: #12191b;
  --text-2: #47545a;
  --text-3: #5c6a6f;
  --accent: #0a6375;
  --accent-soft: #e4f1f4;
  --accent-line: #9fcbd5;
  --ok: #1a7443;
  --danger: #b3261e;
  --danger-soft: #fcecea;
  --danger-line: #e9aaa4;
  --focus: #0a7c9e;
  --k-brand: #c8501c;
  --c-key: #0a6375;
  --c-str: #1a6b3f;
  --c-num: #8f5400;
}
@media (prefers-color-scheme: dark) {
  :root {
    --bg: #0c1012;
    --surface: #12181a;
    --raised: #192124;
    --sunken: #0d1214;
    --pressed: #222c30;
    --line: #222b2e;
    --line-strong: #333f43;
    --text: #e6ecee;
    --text-2: #a9b5b9;
    --text-3: #8e9b9f;
    --accent: #6cc9db;
    --accent-soft: #10303a;
    --accent-line: #1f5866;
    --ok: #66cd90;
    --danger: #ff938a;
    --danger-soft: #381715;
    --danger-line: #73302b;
    --focus: #79d6e9;
    --k-brand: #f0793f;
    --c-key: #6cc9db;
    --c-str: #86d3a5;
    --c-num: #e6b565;
  }
}
`;
