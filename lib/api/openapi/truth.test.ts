import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { OpenApiDocument } from "@/lib/api/openapi/model";
import { openTestApi } from "@/lib/testing/test-api";
import { truthTags } from "@/lib/testing/truth-tags";

describe("the answers that are described", () => {
  let usedTags: readonly string[];

  beforeAll(async () => {
    const api = await openTestApi();
    const document: OpenApiDocument = (await api.call("GET", "/openapi.json")).json;
    const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
    usedTags = [...new Set(operations.flatMap(({ tags }) => tags))];
  });

  it("are those of tags that a truth test names", () => {
    const named: readonly string[] = Object.values(truthTags).flat();
    expect(usedTags.filter((tag) => !named.includes(tag))).toEqual([]);
  });

  it("are each had in the truth test of their tag", () => {
    const used = Object.entries(truthTags).filter(([, tags]) => tags.some((tag) => usedTags.includes(tag)));
    const missing = used.filter(([name]) => !existsSync(resolve(`lib/api/openapi/truth-${name}.test.ts`)));
    expect(missing).toEqual([]);
  });
});
