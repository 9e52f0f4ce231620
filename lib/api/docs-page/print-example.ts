const longestLine = 60;

/** JSON for people: what fits into one line stays in one. */
export function printExample(value: unknown, indent = ""): string {
  const line = printLine(value);
  if (typeof value !== "object" || value === null || indent.length + line.length <= longestLine) return line;
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  const items = Array.isArray(value)
    ? value.map((item) => inner + printExample(item, inner))
    : Object.entries(value).map(
        ([key, item]) => `${inner}${JSON.stringify(key)}: ${printExample(item, inner)}`,
      );
  return `${open}\n${items.join(",\n")}\n${indent}${close}`;
}

function printLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(printLine).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${printLine(item)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}
