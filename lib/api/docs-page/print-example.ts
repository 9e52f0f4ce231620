const longestLine = 56;

/** JSON for people: what fits into one line stays in one. `start`: how much of the first line is taken. */
export function printExample(value: unknown, indent = "", start = indent.length): string {
  const line = printLine(value);
  if (typeof value !== "object" || value === null || start + line.length <= longestLine) return line;
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  const items = Array.isArray(value)
    ? value.map((item) => inner + printExample(item, inner))
    : Object.entries(value).map(([key, item]) => {
        const label = `${inner}${JSON.stringify(key)}: `;
        return label + printExample(item, inner, label.length);
      });
  return `${open}\n${items.join(",\n")}\n${indent}${close}`;
}

function printLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(printLine).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${printLine(item)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}
