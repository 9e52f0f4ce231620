import { expect, test } from "vitest";
import { harmlessText } from "@/lib/text/harmless-text";

test("colours of terminals go, what else steers one becomes visible", () => {
  expect(harmlessText("\u001b[1;31mred\u001b[0m and \u001b[2Jcleared\u0007")).toBe(
    "red and \\x1b[2Jcleared\\x07",
  );
  expect(harmlessText("\u001b]0;title\u0007\u0000\u007f\u009b")).toBe("\\x1b]0;title\\x07\\x00\\x7f\\x9b");
});

test("marks that turn the direction of reading become visible, letters of such scripts stay", () => {
  expect(harmlessText("a\u202egpj.exe")).toBe("a\\u202egpj.exe");
  expect(harmlessText("שלום عالم 日本 🧱")).toBe("שלום عالم 日本 🧱");
});

test("lines and tabs stay, whichever system ended the lines", () => {
  expect(harmlessText("a\r\nb\rc\n\td")).toBe("a\nb\nc\n\td");
});
