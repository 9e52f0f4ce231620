// How long something took or takes. Two units at most: nobody reads the seconds of a day.

const units = [
  { word: "d", ms: 86_400_000 },
  { word: "h", ms: 3_600_000 },
  { word: "min", ms: 60_000 },
] as const;

/** "20 ms", "0.4 s", "12 s", "3 min 5 s", "2 h 1 min", "4 d"; from microseconds. Negative lengths count as none. */
export function formatDuration(micros: number): string {
  const ms = Math.max(0, micros) / 1000;
  if (ms < 99.5) return ms < 0.5 ? "0 s" : `${Math.round(ms)} ms`;
  if (ms < 9_950) return `${trimZero((ms / 1000).toFixed(1))} s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const { word, ms: size } = units.find((unit) => seconds * 1000 >= unit.ms) ?? units[2];
  const count = Math.floor((seconds * 1000) / size);
  const rest = restOf(seconds * 1000 - count * size, word);
  return rest === "" ? `${count} ${word}` : `${count} ${word} ${rest}`;
}

function restOf(ms: number, after: "d" | "h" | "min"): string {
  const [size, word] =
    after === "d" ? [3_600_000, "h"] : after === "h" ? [60_000, "min"] : ([1000, "s"] as const);
  const count = Math.floor(ms / Number(size));
  return count === 0 ? "" : `${count} ${word}`;
}

function trimZero(text: string): string {
  return text.endsWith(".0") ? text.slice(0, -2) : text;
}

/** "in 5 min", "in 2 h"; "now" when it is due. For times to come; past ones are `formatAge`. */
export function formatUntil(at: number, now: number): string {
  const ms = (at - now) / 1000;
  if (ms < 1000) return "now";
  const unit = units.find(({ ms: size }) => ms >= size);
  return unit ? `in ${Math.floor(ms / unit.ms)} ${unit.word}` : `in ${Math.floor(ms / 1000)} s`;
}
