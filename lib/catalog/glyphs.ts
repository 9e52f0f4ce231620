import { brandGlyphs } from "@/lib/catalog/brand-glyphs";

/** What stands on a logo tile, on a box of 24: lines of plain geometry, a filled shape, or at most three letters. */
export type Glyph =
  | { readonly lines: readonly string[] }
  | { readonly shape: string }
  | { readonly letters: string };

/** For products without a free outline there is a plain pictogram; we draw no trademarks. */
export const glyphs = {
  ...brandGlyphs,
  aws: { letters: "AWS" },
  boxes: {
    lines: ["M8.5 4h7v7h-7ZM4 13.5h7v7H4ZM13 13.5h7v7h-7Z"],
  },
  braces: {
    lines: [
      "M9 4C6.5 4 6 5.2 6 7v2.5C6 11 5 12 3.5 12 5 12 6 13 6 14.5V17c0 1.8.5 3 3 3",
      "M15 4c2.5 0 3 1.2 3 3v2.5c0 1.5 1 2.5 2.5 2.5-1.5 0-2.5 1-2.5 2.5V17c0 1.8-.5 3-3 3",
    ],
  },
  bucket: {
    lines: ["M4 6a8 2.8 0 1 0 16 0 8 2.8 0 1 0-16 0", "M4 6l2 12c.3 1.5 2.8 2.6 6 2.6s5.7-1.1 6-2.6l2-12"],
  },
  calendar: {
    lines: [
      "M5 5h14a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1Z",
      "M4 10h16M8.5 3v4M15.5 3v4M8 15h5",
    ],
  },
  chat: {
    lines: [
      "M5 4.5h14a1.5 1.5 0 0 1 1.5 1.5v9a1.5 1.5 0 0 1-1.5 1.5h-7L7 20.5v-4H5A1.5 1.5 0 0 1 3.5 15V6A1.5 1.5 0 0 1 5 4.5Z",
      "M8 10.5h.01M12 10.5h.01M16 10.5h.01",
    ],
  },
  cube: { lines: ["M12 3.5l7.5 4.2v8.6L12 20.5l-7.5-4.2V7.7Z", "M4.5 7.7 12 12l7.5-4.3M12 12v8.5"] },
  database: {
    lines: [
      "M4.5 6a7.5 2.8 0 1 0 15 0 7.5 2.8 0 1 0-15 0",
      "M4.5 6v12c0 1.5 3.4 2.8 7.5 2.8s7.5-1.3 7.5-2.8V6M4.5 12c0 1.5 3.4 2.8 7.5 2.8s7.5-1.3 7.5-2.8",
    ],
  },
  dbt: { letters: "dbt" },
  ecs: { letters: "ECS" },
  envelope: {
    lines: [
      "M4.5 5.5h15A1.5 1.5 0 0 1 21 7v10a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 17V7a1.5 1.5 0 0 1 1.5-1.5Z",
      "M3.5 7.5 12 13.5l8.5-6",
    ],
  },
  folder: { lines: ["M3 18V6a1 1 0 0 1 1-1h5l2.5 3H20a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1Z"] },
  folderRemote: {
    lines: ["M9 19H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1h5l2.5 3H20a1 1 0 0 1 1 1v2.5", "M13 17h8M18 14l3 3-3 3"],
  },
  graph: {
    lines: [
      "M3.5 6a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0",
      "M3.5 18a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0",
      "M15.5 12a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0",
      "M8.2 7.1l7.5 3.7M8.2 16.9l7.5-3.7",
    ],
  },
  hash: { lines: ["M9.5 4l-2 16M16.5 4l-2 16M4 9h16.5M3.5 15H20"] },
  k8s: { letters: "K8s" },
  key: { lines: ["M3.5 12a4.5 4.5 0 1 0 9 0 4.5 4.5 0 1 0-9 0", "M12.5 12H21v3.5M17 12v3"] },
  lambda: { lines: ["M6.5 4.5h2c1 0 1.6.5 2 1.5l5 12c.4 1 1 1.5 2 1.5h1.5", "M11.3 9.5 5.5 19.5"] },
  people: {
    lines: [
      "M5.5 8a3.5 3.5 0 1 0 7 0 3.5 3.5 0 1 0-7 0",
      "M2.5 19.5v-1a4.5 4.5 0 0 1 4.5-4.5h4a4.5 4.5 0 0 1 4.5 4.5v1",
      "M16 4.8a3.4 3.4 0 0 1 0 6.4M18.5 14.6a4.3 4.3 0 0 1 3 4.1v.8",
    ],
  },
  planet: {
    lines: [
      "M7 12a5 5 0 1 0 10 0 5 5 0 1 0-10 0",
      "M7.2 13.2C4.4 15.2 2.8 17.2 3.4 18.3c.9 1.5 5.4.2 10.1-2.6 4.7-2.9 7.9-6.4 7-7.9-.6-1-3.1-.8-6.2.4",
    ],
  },
  s3: { letters: "S3" },
  send: { lines: ["M20.5 3.5 3.5 10.2l7.3 3 3 7.3Z", "M20.5 3.5 10.8 13.2"] },
  server: {
    lines: [
      "M5 4h14a1 1 0 0 1 1 1v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1Z",
      "M5 13h14a1 1 0 0 1 1 1v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1v-5a1 1 0 0 1 1-1Z",
      "M7.5 7.5h.01M7.5 16.5h.01M12 7.5h4.5M12 16.5h4.5",
    ],
  },
  share: {
    lines: [
      "M5 3.5h14a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1Z",
      "M8 7.5h.01M12 11.5v5M3.5 19h6M14.5 19h6",
      "M9.5 19a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0",
    ],
  },
  sliders: {
    lines: [
      "M3.5 7.5H12M16.5 7.5h4M3.5 16.5h4M12 16.5h8.5",
      "M12 7.5a2.25 2.25 0 1 0 4.5 0 2.25 2.25 0 1 0-4.5 0",
      "M7.5 16.5a2.25 2.25 0 1 0 4.5 0 2.25 2.25 0 1 0-4.5 0",
    ],
  },
  stack: { lines: ["M12 3.5 20.5 8 12 12.5 3.5 8Z", "M3.5 12 12 16.5 20.5 12M3.5 16 12 20.5 20.5 16"] },
  target: {
    lines: ["M3.5 12a8.5 8.5 0 1 0 17 0 8.5 8.5 0 1 0-17 0", "M8.5 12a3.5 3.5 0 1 0 7 0 3.5 3.5 0 1 0-7 0"],
  },
  terminal: { lines: ["M4.5 7l5 5-5 5M13 17.5h7"] },
  text: { lines: ["M5 7.5V5h14v2.5M12 5v14M9 19h6"] },
  webhook: {
    lines: [
      "M9.5 6a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0",
      "M3.5 17.5a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0",
      "M15.5 17.5a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0",
      "M10.8 8.2 7.2 15.3M13.2 8.2l3.6 7.1M8.5 17.5h7",
    ],
  },
} as const satisfies Readonly<Record<string, Glyph>>;

export type GlyphName = keyof typeof glyphs;
