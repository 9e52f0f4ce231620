import { expect, test } from "vitest";
import { type CodeLanguage, highlight } from "@/components/code/highlight";

const samples: Readonly<Record<CodeLanguage, string>> = {
  python: 'from prefect.blocks.core import Block\r\n\n# "why"\nblock = Block.load("s3/log-test")\n',
  json: '{\n  "a": [1.0, true, null, "x\\n<b>"],\n  "é": "\u202e"\n}',
  yaml: 'storage: s3/log-test\nenv:\n  A: "1" # note\n',
  bash: "curl -s 'http://127.0.0.1:4200/api' \\\n  -d '{}'",
  text: "<script>alert(1)</script>",
};

test.each(Object.keys(samples))("highlighted %s reads exactly as the code does", async (name) => {
  const language = name as CodeLanguage;
  const runs = await highlight(samples[language], language);
  // The highlighter ends every line with a single line feed.
  expect(runs.map((run) => run.text).join("")).toBe(samples[language].replaceAll("\r\n", "\n"));
});

test("keywords, strings, comments and numbers get a role, everything else none", async () => {
  const runs = await highlight('import x  # c\ny = "s" + 1.5', "python");
  const of = (role: string | undefined) =>
    runs.filter((run) => run.role === role).map((run) => run.text.trim());
  expect(of("key")).toContain("import");
  expect(of("comment")).toEqual(["# c"]);
  expect(of("string")).toEqual(['"s"']);
  expect(of("number")).toEqual(["1.5"]);
  expect(of(undefined).join(" ")).toContain("x");
});

test("code of a size that nobody reads is not taken apart", async () => {
  const code = `[${"1,".repeat(40_000)}1]`;
  expect(await highlight(code, "json")).toEqual([{ text: code }]);
});
