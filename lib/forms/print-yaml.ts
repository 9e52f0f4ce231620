import { isJsonArray, isJsonNumber, isJsonObject, type Json } from "@/lib/json";

/**
 * YAML 1.2 for people, without loss: numbers keep their notation, and a text is quoted whenever a parser could take it
 * for something else. Small on purpose: the browser prints with it and loads the parser only to read.
 */
export function printYaml(value: Json): string {
  return `${printNode(value, "").replace(/^\n/, "")}\n`;
}

/** A node after "key:" or "-": on the same line, or a block that begins with a line break. */
function printNode(value: Json, indent: string): string {
  if (isJsonArray(value) && value.length > 0) {
    return value.map((item) => `\n${indent}- ${printInline(item, `${indent}  `)}`).join("");
  }
  if (isJsonObject(value) && value.size > 0) {
    const lines = [...value].map(([key, item]) => `\n${indent}${printEntry(key, item, indent)}`);
    return lines.join("");
  }
  return printLeaf(value, indent);
}

function printEntry(key: string, item: Json, indent: string): string {
  const node = printNode(item, `${indent}  `);
  return `${printWord(key)}:${node.startsWith("\n") ? "" : " "}${node}`;
}

/** The first line of a block stands beside its dash. */
function printInline(item: Json, indent: string): string {
  return printNode(item, indent).replace(/^\n\s*/, "");
}

function printLeaf(value: Json, indent: string): string {
  if (typeof value === "string") return isBlockText(value) ? printBlock(value, indent) : printWord(value);
  if (isJsonNumber(value)) return value.number;
  if (isJsonArray(value)) return "[]";
  return isJsonObject(value) ? "{}" : String(value);
}

const plain = /^[A-Za-z_/](?:[\w./@+=-]|:(?=[\w./@+=-])| (?=[\w./@+=-]))*$/;
const reserved = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

function printWord(text: string): string {
  return plain.test(text) && !reserved.test(text) ? text : JSON.stringify(text);
}

/** Several lines of printable text stand as they are, below a `|`. */
function isBlockText(text: string): boolean {
  const isPrintable = /^[\n\x20-\x7e\u00a0-\ud7ff\ue000-\ufefe]*$/.test(text) && !/[\u2028\u2029]/.test(text);
  return isPrintable && /^\S.*\n/.test(text) && !text.endsWith("\n\n") && text.trimEnd().includes("\n");
}

function printBlock(text: string, indent: string): string {
  const inner = indent === "" ? "  " : indent;
  const lines = text.replace(/\n$/, "").split("\n");
  const body = lines.map((line) => (line === "" ? "" : `${inner}${line}`)).join("\n");
  return `${text.endsWith("\n") ? "|" : "|-"}\n${body}`;
}
