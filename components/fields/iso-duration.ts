const isoParts =
  /^([+-]?)P(?:([\d.,]+)Y)?(?:([\d.,]+)M)?(?:([\d.,]+)W)?(?:([\d.,]+)D)?(?:T(?:([\d.,]+)H)?(?:([\d.,]+)M)?(?:([\d.,]+)S)?)?$/i;
const words = ["year", "month", "week", "day", "hour", "minute", "second"] as const;

/** How a typed length of time reads: "1 hour 30 minutes"; undefined when it says so itself or cannot be read. */
export function readableDuration(text: string): string | undefined {
  const trimmed = text.trim();
  if (/^-?\d+(?:\.\d+)?$/.test(trimmed)) return readableSeconds(Number(trimmed));
  const [, sign, ...parts] = isoParts.exec(trimmed) ?? [];
  if (sign === undefined) return undefined;
  const spoken = words.flatMap((word, index) => {
    const part = parts[index]?.replace(",", ".");
    return part === undefined || Number(part) === 0 ? [] : [counted(part, word)];
  });
  if (spoken.length === 0) return parts.some((part) => part !== undefined) ? "No time at all" : undefined;
  return `${sign === "-" ? "Minus " : ""}${spoken.join(" ")}`;
}

function readableSeconds(value: number): string {
  const whole = Math.trunc(Math.abs(value));
  const units = [
    [Math.trunc(whole / 86_400), "day"],
    [Math.trunc(whole / 3600) % 24, "hour"],
    [Math.trunc(whole / 60) % 60, "minute"],
    [Number((Math.abs(value) - whole + (whole % 60)).toFixed(6)), "second"],
  ] as const;
  const spoken = units.flatMap(([count, word]) => (count === 0 ? [] : [counted(String(count), word)]));
  if (spoken.length === 0) return "No time at all";
  return `${value < 0 ? "Minus " : ""}${spoken.join(" ")}`;
}

function counted(count: string, word: string): string {
  return `${count} ${word}${Number(count) === 1 ? "" : "s"}`;
}
