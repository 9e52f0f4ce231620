// Text for people: tables with aligned columns.

/** Rows of cells below a header; the first column is flush left, the others flush right. */
export function printTable(header, rows) {
  const texts = [header, ...rows].map((cells) => cells.map(String));
  const widths = header.map((_, column) => Math.max(...texts.map((cells) => cells[column].length)));
  for (const [at, cells] of texts.entries()) {
    const padded = cells.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]),
    );
    console.log(`  ${padded.join("  ").trimEnd()}`);
    if (at === 0) console.log(`  ${widths.map((width) => "-".repeat(width)).join("  ")}`);
  }
}

export function heading(text) {
  console.log(`\n${text}`);
}

export const show = {
  rate: (value) => (value >= 1000 ? String(Math.round(value)) : value.toFixed(1)),
  ms: (value) => value.toFixed(value < 1 ? 2 : 1),
  micros: (value) => (value === undefined ? "-" : value.toFixed(0)),
  share: (value) => `±${(100 * value).toFixed(0)} %`,
  ratio: (value) => value.toFixed(2),
};
