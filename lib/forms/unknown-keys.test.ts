import { describe, expect, it } from "vitest";
import { asObject, canary, maskSample, sampleTree } from "@/lib/forms/testing-sample";
import { unknownKeys } from "@/lib/forms/unknown-keys";

describe("unknown keys", () => {
  it("are found at every depth, with their place and without secrets", () => {
    const data = asObject({
      path: "a",
      extra: { a: 1 },
      login: { user: "u", token: canary, more: "text" },
      servers: [{ user: "u" }, { user: "v", odd: [1] }],
      source: { type: "url", url: "https://example.com", branch: true },
      parent: { secret: canary, block_type_slug: "child" },
      env: { any: "key" },
    });
    expect(unknownKeys(sampleTree, maskSample(data))).toEqual([
      { path: ["extra"], text: '{\n  "a": 1\n}' },
      { path: ["login", "more"], text: '"text"' },
      { path: ["servers", 1, "odd"], text: "[\n  1\n]" },
      { path: ["source", "branch"], text: "true" },
    ]);
  });

  it("are none in a new block, and none in what does not match", () => {
    expect(unknownKeys(sampleTree, undefined)).toEqual([]);
    expect(unknownKeys(sampleTree, maskSample(asObject({ login: "text", servers: 5 })))).toEqual([]);
  });
});
