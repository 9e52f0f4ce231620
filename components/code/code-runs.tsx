import { type CodeLanguage, type CodeRole, highlight } from "@/components/code/highlight";

const colours: Readonly<Record<CodeRole, string>> = {
  key: "text-c-key",
  string: "text-c-str",
  comment: "text-c-com",
  number: "text-c-num",
};

/** Code in colours, without a box of its own. */
export async function CodeRuns({ code, language }: { code: string; language: CodeLanguage }) {
  let offset = 0;
  return (await highlight(code, language)).map((run) => {
    const key = offset;
    offset += run.text.length;
    return run.role ? (
      <span key={key} className={colours[run.role]}>
        {run.text}
      </span>
    ) : (
      run.text
    );
  });
}
