import { describe, expect, it } from "vitest";
import { applyEdit } from "@/lib/forms/apply-edit";
import { editJson, misplacesMask } from "@/lib/forms/json-edit";
import { locateInJson, parseJsonText } from "@/lib/forms/json-text";
import { parsePlainValue, printPlainValue } from "@/lib/forms/plain-value";
import { printYaml } from "@/lib/forms/print-yaml";
import { createRandom, randomJson } from "@/lib/forms/testing-sample";
import { createYamlLocator, parseYamlText } from "@/lib/forms/yaml-text";
import { type Json, parseJson, printJson, printJsonPretty } from "@/lib/json";

describe("JSON texts", () => {
  it("are read without loss, as the server reads them", () => {
    for (let seed = 0; seed < 500; seed++) {
      const json = randomJson(createRandom(seed), 4);
      for (const text of [printJson(json), printJsonPretty(json), ` \r\n\t${printJson(json)}\n`]) {
        const parsed = parseJsonText(text);
        expect(parsed.ok && printJson(parsed.value), `seed ${seed}`).toBe(printJson(json));
      }
    }
  });

  it.each([
    ["", 1, "A value is missing at the end."],
    ['{\n  "a": 1\n  "b": 2\n}', 3, "A comma or } is missing."],
    ["[1, 2", 1, "A comma or ] is missing."],
    ["[1,\n]", 2, "A value is missing."],
    ['{"a" 1}', 1, "A colon is missing after the key."],
    ["{a: 1}", 1, "A key in double quotes is missing."],
    ["{'a': 1}", 1, "A key in double quotes is missing."],
    ["['a']", 1, "Texts stand in double quotes."],
    ['{"a": "b\n"}', 1, "A text is not closed, or holds a line break or a wrong escape."],
    ['{"a": "\\x"}', 1, "A text is not closed, or holds a line break or a wrong escape."],
    ["{}\n{}", 2, "Something follows after the end."],
    ["01", 1, "Something follows after the end."],
    [`${"[".repeat(300)}`, 1, "This is nested too deeply."],
  ])("%j is refused with its line", (text, line, message) => {
    expect(parseJsonText(text)).toEqual({ ok: false, line, column: expect.any(Number), message });
  });

  it.each([
    ["[1, 2", 1, 6],
    ['{\n  "a": 1\n  "b": 2\n}', 3, 3],
    ["[1,\n  x]", 2, 3],
  ])("%j is refused with its column", (text, line, column) => {
    expect(parseJsonText(text)).toMatchObject({ ok: false, line, column });
  });

  it("say where a value stands, or what is nearest around it", () => {
    const text = '{\n  "a": 1,\n  "b": [\n    {"c": 2},\n    {"d": 3}\n  ]\n}';
    expect(locateInJson(text, ["b", 1, "d"])).toEqual({ line: 5, column: 6 });
    expect(locateInJson(text, ["b", 1, "missing"])).toEqual({ line: 5, column: 5 });
    expect(locateInJson(text, ["missing"])).toEqual({ line: 1, column: 1 });
  });

  it("agree with the platform's parser on what is JSON", () => {
    const pieces = [
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      '"a"',
      "1",
      "-",
      "0",
      ".5",
      "e3",
      "true",
      "nul",
      " ",
      "\n",
      '"',
      "\\",
    ];
    for (let seed = 0; seed < 3000; seed++) {
      const random = createRandom(seed);
      const text = Array.from({ length: 1 + random(8) }, () => pieces[random(pieces.length)]).join("");
      expect(parseJsonText(text).ok, text).toBe(isJson(text));
    }
  });

  function isJson(text: string): boolean {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  }
});

describe("YAML texts", () => {
  it("say where a value stands, or what is nearest around it", () => {
    const text = "a: 1\nb:\n  - c: 2\n  - &x\n    d: 3\ne: *x\n";
    expect(createYamlLocator(text)(["b", 1, "d"])).toEqual({ line: 5, column: 5 });
    expect(createYamlLocator(text)(["b", 0, "missing"])).toEqual({ line: 3, column: 5 });
    expect(createYamlLocator(text)(["e"])).toEqual({ line: 6, column: 1 });
    expect(createYamlLocator(text)(["missing"])).toEqual({ line: 1, column: 1 });
  });

  it("show every JSON value so that reading gives it back, number notation included", () => {
    for (let seed = 0; seed < 1000; seed++) {
      const json = randomJson(createRandom(seed), 4);
      const text = printYaml(json);
      const parsed = parseYamlText(text);
      expect(parsed.ok && printJson(parsed.value), `seed ${seed}\n${text}`).toBe(printJson(json));
    }
  });

  it.each<string>([
    "yes",
    "No",
    "null",
    "~",
    "1e3",
    "0x1F",
    "12:30:45",
    "2026-01-01",
    "a: b",
    "a #b",
    "#a",
    "- a",
    "? a",
    "&a",
    "*a",
    "!a",
    "|",
    ">",
    "%a",
    "@a",
    "`a",
    "{a",
    "[a",
    "a:",
    " a",
    "a ",
    "a\tb",
    "\u0085",
    "\u2028",
    "\ufeff",
    "\ud800",
    "a\n",
    "a\n\n",
    "\na",
    "a\n b\nc",
    "a\n\n\nb",
    "a\r\nb",
    "a\n\tb",
    "=",
    "<<",
    "..",
    "---",
    "...",
    "_",
  ])("quotes the text %j where it has to", (text) => {
    for (const json of [text, [text], new Map([[text, text]]), new Map([["k", [[text]]]])] as const) {
      const parsed = parseYamlText(printYaml(json));
      expect(parsed.ok && printJson(parsed.value), printYaml(json)).toBe(printJson(json));
    }
  });

  it("reads like a manifest", () => {
    const job = {
      apiVersion: "batch/v1",
      kind: "Job",
      spec: {
        parallelism: 1,
        template: {
          containers: [{ name: "job", env: [], command: ["sh", "-c"], script: "set -e\nrun it\n" }],
        },
      },
    };
    expect(printYaml(parseJson(JSON.stringify(job)))).toBe(
      'apiVersion: batch/v1\nkind: Job\nspec:\n  parallelism: 1\n  template:\n    containers:\n      - name: job\n        env: []\n        command:\n          - sh\n          - "-c"\n        script: |\n          set -e\n          run it\n',
    );
  });

  it("are refused with the line and without quoting the text", () => {
    for (const [text, line] of [
      ["a: 1\na: canary\n", 2],
      ["a:\n  - canary\n bad", 3],
      ["a: [canary", 1],
      ["a: *canary", 1],
      ["a: 1\n---\nb: canary", 2],
      ["a: .inf", 1],
      ["? [canary]\n: 1", 1],
      ["a: &a [*a]", 1],
    ] as const) {
      const parsed = parseYamlText(text);
      expect(parsed, text).toMatchObject({ ok: false, line });
      expect(JSON.stringify(parsed)).not.toContain("canary");
    }
  });

  it("cannot blow up: aliases that unfold without end are refused", () => {
    const lines = ["a0: &a0 [x,x,x,x,x,x,x,x,x,x]"];
    for (let level = 1; level < 9; level++)
      lines.push(
        `a${level}: &a${level} [${Array(10)
          .fill(`*a${level - 1}`)
          .join(",")}]`,
      );
    expect(parseYamlText(lines.join("\n"))).toMatchObject({ ok: false });
  });
});

describe("short free values", () => {
  it.each([
    ["abc", '"abc"'],
    ["5", "5"],
    ["1.0", "1.0"],
    ["true", "true"],
    ['"5"', '"5"'],
    ["minio:9000/x", '"minio:9000/x"'],
    ['{"a": 1}', '{"a":1}'],
  ])("%s is %s", (text, json) => {
    const parsed = parsePlainValue(text);
    expect(parsed.ok && printJson(parsed.value)).toBe(json);
  });

  it("are written so that they read back as themselves", () => {
    for (let seed = 0; seed < 500; seed++) {
      const json = randomJson(createRandom(seed), 2);
      const parsed = parsePlainValue(printPlainValue(json));
      expect(parsed.ok && printJson(parsed.value)).toBe(printJson(json));
    }
    expect(printPlainValue("plain words")).toBe("plain words");
  });
});

describe("editing JSON with hidden values", () => {
  const secret = (json: string) => parseJson(json.replaceAll("********", "the secret"));
  const edited = (before: string, after: string) => {
    if (misplacesMask(parseJson(before), parseJson(after))) return "refused";
    const edit = editJson(parseJson(before), parseJson(after));
    const next: Json | undefined = edit ? applyEdit(secret(before), edit) : secret(before);
    return next === undefined ? undefined : printJson(next);
  };

  it("keeps the secret behind each mask that was left alone", () => {
    expect(edited('{"a":"********","b":1.0}', '{"b":2,"a":"********","c":3}')).toBe(
      '{"b":2,"a":"the secret","c":3}',
    );
    expect(edited('{"a":{"b":["********"]}}', '{"a":{"b":["********"],"c":1}}')).toBe(
      '{"a":{"b":["the secret"],"c":1}}',
    );
    expect(edited('[{"n":1,"t":"********"},{"n":2,"t":"********"}]', '[{"n":2,"t":"********"}]')).toBe(
      '[{"n":2,"t":"the secret"}]',
    );
  });

  it("refuses a mask that nothing stands behind, and never guesses whose secret it is", () => {
    expect(edited('{"a":"********"}', '{"b":"********"}')).toBe("refused");
    expect(edited('{"a":"********"}', '{"a":"********x"}')).toBe("refused");
    expect(edited('[{"t":"********"},{"t":"********"}]', '[{"t":"********"}]')).toBe("refused");
    expect(edited('[{"n":1,"t":"********"},{"n":2,"t":"********"}]', '[{"n":3,"t":"********"}]')).toBe(
      "refused",
    );
  });

  it("takes eight asterisks as text where nothing is hidden", () => {
    expect(edited('{"a":"x"}', '{"a":"********"}')).toBe('{"a":"********"}');
  });
});
