/** `log-test` -> `log_test_block`: the ending keeps clear of keywords, builtins and modules (`json`, `class`). */
export function toVariableName(blockName: string): string {
  const words = toWords(blockName);
  if (!/^[a-z]/.test(words)) return words === "" ? "block" : `block_${words}`;
  return words === "block" || words.endsWith("_block") ? words : `${words}_block`;
}

/** `log-test` -> `LOG_TEST`. */
export function toEnvironmentName(blockName: string): string {
  const words = toWords(blockName);
  return (/^[a-z]/.test(words) ? words : ["block", words].filter(Boolean).join("_")).toUpperCase();
}

function toWords(blockName: string): string {
  return blockName.replaceAll(/[^a-z0-9]+/g, "_").replaceAll(/^_+|_+$/g, "");
}
