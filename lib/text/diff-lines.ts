export type LineChange = { readonly kind: "same" | "removed" | "added"; readonly text: string };

/** Above this product of differing lines a comparison costs too much: all old lines go, all new ones come. */
const maxCells = 250_000;

/** How one text becomes the other, line by line, with as many lines kept as possible. */
export function diffLines(before: string, after: string): readonly LineChange[] {
  const [old, next] = [before.split("\n"), after.split("\n")];
  const start = countShared(old, next);
  const end = countShared(old.slice(start).reverse(), next.slice(start).reverse());
  const [oldMiddle, nextMiddle] = [old.slice(start, old.length - end), next.slice(start, next.length - end)];
  const isLarge = oldMiddle.length * nextMiddle.length > maxCells;
  return [
    ...lines("same", old.slice(0, start)),
    ...(isLarge
      ? [...lines("removed", oldMiddle), ...lines("added", nextMiddle)]
      : longestCommon(oldMiddle, nextMiddle)),
    ...lines("same", old.slice(old.length - end)),
  ];
}

function lines(kind: LineChange["kind"], texts: readonly string[]): readonly LineChange[] {
  return texts.map((text) => ({ kind, text }));
}

/** How many items two lists begin with in common. */
function countShared(a: readonly string[], b: readonly string[]): number {
  const end = Math.min(a.length, b.length);
  for (let index = 0; index < end; index += 1) if (a[index] !== b[index]) return index;
  return end;
}

/** By the table of the longest common subsequence. */
function longestCommon(old: readonly string[], next: readonly string[]): readonly LineChange[] {
  const width = next.length + 1;
  const lengths = new Uint32Array((old.length + 1) * width);
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0;
  for (let row = old.length - 1; row >= 0; row -= 1) {
    for (let column = next.length - 1; column >= 0; column -= 1) {
      const isSame = old[row] === next[column];
      const best = isSame ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
      lengths[row * width + column] = best;
    }
  }
  return walk(old, next, at);
}

function walk(
  old: readonly string[],
  next: readonly string[],
  at: (row: number, column: number) => number,
): readonly LineChange[] {
  const changes: LineChange[] = [];
  let [row, column] = [0, 0];
  while (row < old.length || column < next.length) {
    const [before, after] = [old[row], next[column]];
    if (before !== undefined && before === after) {
      changes.push({ kind: "same", text: before });
      row += 1;
      column += 1;
    } else if (before !== undefined && (after === undefined || at(row + 1, column) >= at(row, column + 1))) {
      changes.push({ kind: "removed", text: before });
      row += 1;
    } else {
      changes.push({ kind: "added", text: after ?? "" });
      column += 1;
    }
  }
  return changes;
}

/**
 * Only what changes and the lines around it; a number stands for so many lines that are left out. A single one is not:
 * its number would take as much room.
 */
export function foldSame(changes: readonly LineChange[], context = 2): readonly (LineChange | number)[] {
  const isNearChange = changes.map((_change, index) =>
    changes.slice(Math.max(0, index - context), index + context + 1).some(({ kind }) => kind !== "same"),
  );
  const isNear = isNearChange.map(
    (near, index) => near || (isNearChange[index - 1] !== false && isNearChange[index + 1] !== false),
  );
  const folded: (LineChange | number)[] = [];
  for (const [index, change] of changes.entries()) {
    const last = folded.at(-1);
    if (isNear[index]) folded.push(change);
    else if (typeof last === "number") folded[folded.length - 1] = last + 1;
    else folded.push(1);
  }
  return folded;
}
