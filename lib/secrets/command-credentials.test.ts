import { expect, test } from "vitest";
import { findCommandCredentials, isCredentialCommand } from "@/lib/secrets/command-credentials";

const found = (words: readonly (string | null)[]) =>
  words.filter((_, index) => findCommandCredentials(words)[index]);

test("the word after a flag that names a credential is one, and so is what stands behind an equals sign", () => {
  expect(found(["run", "--token", "x", "--api-key=y", "PASSWORD=z", "--url=db://me:pw@host/db"])).toEqual([
    "x",
    "--api-key=y",
    "PASSWORD=z",
    "--url=db://me:pw@host/db",
  ]);
});

test("other words of a command stay, also behind a flag that takes no value", () => {
  expect(
    found(["sh", "-c", "run", "--token", "--verbose", "--level=3", "token", "x", "--page-token", null]),
  ).toEqual([]);
});

test("a command in one text is found by its words, and a text that merely speaks of credentials is not", () => {
  expect(isCredentialCommand("deploy --password hunter2")).toBe(true);
  expect(isCredentialCommand("export TOKEN=x && run")).toBe(true);
  expect(isCredentialCommand("the password is set elsewhere")).toBe(false);
  expect(isCredentialCommand("python run.py --level 3")).toBe(false);
});
