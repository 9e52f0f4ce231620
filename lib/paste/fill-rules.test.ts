import { describe, expect, test } from "vitest";
import { fieldAt, pasteHelp } from "@/lib/paste/fill-rules";
import { fillTargets } from "@/lib/paste/fill-targets";
import { treeOf } from "@/lib/paste/testing-tree";

describe("the table of the built-in types", () => {
  test.each(Object.entries(fillTargets))("%s: every path is a field of the type", (slug, targets) => {
    const { fields } = treeOf(slug);
    for (const path of Object.keys(targets)) expect(fieldAt(fields, path.split(".")), path).toBeDefined();
  });

  test("a type without such fields offers nothing", () => {
    for (const slug of ["string", "webhook", "date-time", "slack-webhook"]) {
      expect(pasteHelp(treeOf(slug), slug, true)).toBeUndefined();
    }
  });

  test("a form says what it understands", () => {
    expect(pasteHelp(treeOf("s3"), "s3", true)?.formats).toEqual([
      "aws-credentials",
      "env-lines",
      "object-url",
    ]);
    expect(pasteHelp(treeOf("s3"), "s3", true)?.understands).toBe(
      "an AWS credentials file, export lines or a storage address",
    );
    expect(pasteHelp(treeOf("docker-container"), "docker-container", true)?.formats).toEqual(["docker-run"]);
  });
});
