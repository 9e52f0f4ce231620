type CommandOptions = {
  /** By name with its dashes; undefined for a flag that stands alone. */
  readonly options: ReadonlyMap<string, string | undefined>;
  readonly plain: readonly string[];
};

/** Parts the words of a command into options and the rest; `withValue` are the options whose value is the next word. */
export function readOptions(words: readonly string[], withValue: ReadonlySet<string>): CommandOptions {
  const left = [...words];
  const options = new Map<string, string | undefined>();
  const plain: string[] = [];
  while (left.length > 0) {
    const word = left.shift() ?? "";
    const [, name = word, joined] = /^(--?[\w-]+)=(.*)$/.exec(word) ?? [];
    if (!word.startsWith("-")) plain.push(word);
    else if (name !== "--") options.set(name, joined ?? (withValue.has(name) ? left.shift() : undefined));
  }
  return { options, plain };
}

/** Names of the options that are none of `used`. */
export function otherOptions(
  options: CommandOptions["options"],
  used: ReadonlySet<string>,
): readonly string[] {
  return [...options.keys()].filter((name) => !used.has(name));
}
