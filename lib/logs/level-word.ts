/** The levels of Python's logging; others are between them. */
export const logLevels = [
  { level: 10, word: "Debug" },
  { level: 20, word: "Info" },
  { level: 30, word: "Warning" },
  { level: 40, word: "Error" },
  { level: 50, word: "Critical" },
] as const;

/** "Warning"; "Level 25" for one that has no name. */
export function levelWord(level: number): string {
  return logLevels.find((each) => each.level === level)?.word ?? `Level ${level}`;
}
