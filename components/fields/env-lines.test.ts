import { describe, expect, test } from "vitest";
import { parseEnvLines } from "@/components/fields/env-lines";

describe("pasted lines of a .env file", () => {
  test("become keys and values, comments and empty lines are left out", () => {
    expect(parseEnvLines("# settings\nLOG_LEVEL=INFO\n\n  export PATH_X = /usr/bin \nEMPTY=\n")).toEqual([
      { key: "LOG_LEVEL", value: "INFO" },
      { key: "PATH_X", value: "/usr/bin" },
      { key: "EMPTY", value: "" },
    ]);
  });

  test("lose their quotes, and only double quotes read escapes", () => {
    expect(parseEnvLines(`A="two words"\nB='a\\nb'\nC="a\\nb \\"c\\"" # why\nD=x#y # z`)).toEqual([
      { key: "A", value: "two words" },
      { key: "B", value: "a\\nb" },
      { key: "C", value: 'a\nb "c"' },
      { key: "D", value: "x#y" },
    ]);
  });

  test("keep further equal signs, dots and slashes", () => {
    expect(parseEnvLines("URL=https://a.b/?c=d\r\napp.kubernetes.io/name=web")).toEqual([
      { key: "URL", value: "https://a.b/?c=d" },
      { key: "app.kubernetes.io/name", value: "web" },
    ]);
  });

  test("may hold a quoted value of several lines", () => {
    expect(parseEnvLines('KEY="-----BEGIN-----\nabc\n-----END-----"\nNEXT=1')).toEqual([
      { key: "KEY", value: "-----BEGIN-----\nabc\n-----END-----" },
      { key: "NEXT", value: "1" },
    ]);
  });

  test("are refused as a whole when one line is none", () => {
    expect(parseEnvLines("A=1\njust words")).toBeUndefined();
    expect(parseEnvLines("just words")).toBeUndefined();
  });

  test("of nothing but comments are no entries", () => {
    expect(parseEnvLines("# nothing\n")).toEqual([]);
  });
});
