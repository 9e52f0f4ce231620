import type { LogLine } from "@/lib/flow-runs/log-lines";

/** Lines in the order of reading, in pieces: only those that change are drawn anew. */
export type LogChunk = readonly LogLine[];

const chunkSize = 100;
/** A line that comes late is put in its place among so many pieces; one that is later still stands where it came. */
const reopened = 3;

/** New lines, in their place by time: agent and flow send theirs apart. */
export function appendLines(chunks: readonly LogChunk[], lines: readonly LogLine[]): readonly LogChunk[] {
  if (lines.length === 0) return chunks;
  const earliest = lines.reduce((at, line) => Math.min(at, line.at), Number.POSITIVE_INFINITY);
  let kept = chunks.length;
  while (kept > Math.max(0, chunks.length - reopened)) {
    const chunk = chunks[kept - 1] ?? [];
    const isOpen = kept === chunks.length && chunk.length < chunkSize;
    if (!isOpen && (chunk.at(-1)?.at ?? 0) <= earliest) break;
    kept -= 1;
  }
  const tail = [...chunks.slice(kept).flat(), ...lines].sort((a, b) => a.at - b.at);
  return [...chunks.slice(0, kept), ...split(tail)];
}

/** Earlier lines, without those that are there already. */
export function prependLines(chunks: readonly LogChunk[], lines: readonly LogLine[]): readonly LogChunk[] {
  const known = new Set(chunks.flatMap((chunk) => chunk.map(({ id }) => id)));
  return [...split(lines.filter(({ id }) => !known.has(id))), ...chunks];
}

function split(lines: readonly LogLine[]): readonly LogChunk[] {
  const count = Math.ceil(lines.length / chunkSize);
  return Array.from({ length: count }, (_, index) => lines.slice(index * chunkSize, (index + 1) * chunkSize));
}

/** How many of the lines are no later than this. */
export function countUntil(chunks: readonly LogChunk[], until: number): number {
  return chunks.reduce((sum, chunk) => sum + chunk.filter(({ at }) => at <= until).length, 0);
}
