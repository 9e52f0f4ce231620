import "server-only";
import { createCssVariablesTheme, createHighlighterCore, type HighlighterCore } from "shiki/core";
import { createJavaScriptRegexEngine } from "shiki/engine/javascript";
import json from "shiki/langs/json.mjs";
import python from "shiki/langs/python.mjs";
import bash from "shiki/langs/shellscript.mjs";
import yaml from "shiki/langs/yaml.mjs";

export type CodeLanguage = "python" | "json" | "yaml" | "bash" | "text";

/** A stretch of code in one colour; without a role in the colour of text. */
export type CodeRun = { readonly text: string; readonly role?: CodeRole };
export type CodeRole = "key" | "string" | "comment" | "number";

/** Longer code is shown in one colour: thousands of elements would cost more than the colours tell. */
const maxHighlightedLength = 60_000;

const roles: Readonly<Record<string, CodeRole>> = {
  "token-keyword": "key",
  "token-string-expression": "string",
  "token-comment": "comment",
  "token-constant": "number",
};

let highlighter: Promise<HighlighterCore> | undefined;

/** Runs on the server only: the browser gets coloured text and no grammar. The runs join to exactly `code`. */
export async function highlight(code: string, language: CodeLanguage): Promise<readonly CodeRun[]> {
  if (language === "text" || code.length > maxHighlightedLength) return [{ text: code }];
  highlighter ??= openHighlighter();
  const { codeToTokensBase } = await highlighter;
  const lines = codeToTokensBase(code, { lang: grammarOf(language), theme: "roles" });
  const runs: CodeRun[] = [];
  for (const [index, line] of lines.entries()) {
    if (index > 0) append(runs, "\n", undefined);
    for (const token of line) append(runs, token.content, roleOf(token, language));
  }
  return runs;
}

function openHighlighter(): Promise<HighlighterCore> {
  return createHighlighterCore({
    themes: [createCssVariablesTheme({ name: "roles", variablePrefix: "--" })],
    langs: [python, json, yaml, bash],
    engine: createJavaScriptRegexEngine(),
  });
}

function grammarOf(language: Exclude<CodeLanguage, "text">): string {
  return language === "bash" ? "shellscript" : language;
}

function roleOf(token: { content: string; color?: string }, language: CodeLanguage): CodeRole | undefined {
  const role = roles[token.color?.replace(/^var\(--|\)$/g, "") ?? ""];
  // The YAML grammar calls every text without quotes a constant.
  if (role === "number" && language === "yaml") return "string";
  // Operators count as keywords; colour is for words.
  return role === "key" && !/\w/.test(token.content) ? undefined : role;
}

/** Neighbours of one colour, and white space of any, become one run: half the elements. */
function append(runs: CodeRun[], text: string, role: CodeRole | undefined): void {
  const last = runs.at(-1);
  if (last && (last.role === role || text.trim() === "")) {
    runs[runs.length - 1] = { ...last, text: last.text + text };
  } else {
    runs.push(role ? { text, role } : { text });
  }
}
