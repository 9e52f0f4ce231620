import type { ClipboardEvent } from "react";
import type { Draft } from "@/lib/forms/draft";
import type { FieldNode } from "@/lib/forms/field-node";

/** The lines of a pasted text, without empty ones at the end; one line is no list. */
export function pastedLines(event: ClipboardEvent): readonly string[] {
  const text = event.clipboardData.getData("text/plain").trimEnd();
  return text === "" ? [] : text.split(/\r?\n/);
}

/** What a node holds when a person enters `line`; undefined where a line of text cannot become its value. */
export function draftFromLine(node: FieldNode, line: string): Draft | undefined {
  switch (node.kind) {
    case "text":
    case "datetime":
    case "duration":
      return line;
    case "number":
      return line.trim();
    case "secret":
      return { action: "replace", text: line, isStored: false };
    case "json":
      return { text: line, language: node.language };
    case "enum":
      return node.options.find((option) => option.label === line.trim())?.json;
    case "boolean":
    case "const":
    case "list":
    case "tuple":
    case "dict":
    case "recursive":
    case "union":
    case "reference":
    case "group":
      return undefined;
  }
}
