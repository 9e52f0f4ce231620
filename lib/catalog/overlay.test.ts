import { describe, expect, it } from "vitest";
import { escapeHtml } from "@/lib/blocks/html-escape";
import { catalog } from "@/lib/catalog";
import { catalogTexts, fieldOverlays } from "@/lib/catalog/overlay";

const registered = {
  slug: "s3",
  name: "S3",
  description: "DEPRECATION WARNING:\n\nThis class is deprecated.\n\nA *client's* words.",
  codeExample: "```python\nclient_code()\n```",
  documentationUrl: "https://example.com/client",
};

describe("catalogTexts", () => {
  it.each(catalog.map((entry) => entry.slug))(
    "has our words for %s, whatever a client registered",
    (slug) => {
      const entry = catalog.find((candidate) => candidate.slug === slug);
      const texts = catalogTexts({ ...registered, slug });
      expect(texts.description).toBe(entry?.description);
      expect(texts.example).toBe(entry?.example);
      expect(texts.deprecated).toEqual(entry?.deprecated);
      expect(JSON.stringify(texts)).not.toMatch(/client's|client_code|example\.com\/client|DEPRECATION/);
    },
  );

  it("falls back to the registered texts of an unknown type, as plain text", () => {
    const texts = catalogTexts({ ...registered, slug: "cube", name: "Cube" }, ["get-directory"]);
    expect(texts).toEqual({
      name: "Cube",
      description: "A client's words.",
      category: "Storage",
      documentationUrl: "https://example.com/client",
      example: "client_code()",
      deprecated: { note: expect.stringContaining("marks it as deprecated") },
    });
  });

  it("reads as the client wrote it, though creation stores it escaped", () => {
    const text = 'Needs a & b < c, c > d. "&lt;" stays.';
    const codeExample = escapeHtml("```python\nif a < b and c > d: print('&amp;')\n```");
    const texts = catalogTexts({ ...registered, slug: "cube", description: escapeHtml(text), codeExample });
    // An entity that the client itself wrote is one character in Markdown.
    expect(texts.description).toBe(text.replace("&lt;", "<"));
    expect(texts.example).toBe("if a < b and c > d: print('&amp;')");
  });

  it("survives a type without any text", () => {
    const bare = { slug: "cube", name: "Cube", description: null, codeExample: null, documentationUrl: null };
    expect(catalogTexts(bare)).toEqual({
      name: "Cube",
      description: "",
      category: "Other",
      documentationUrl: null,
      example: "",
    });
  });
});

describe("fieldOverlays", () => {
  it("gives help, example and presentation by property path", () => {
    expect(fieldOverlays("s3")["bucket_path"]).toEqual({
      help: expect.stringContaining("without `s3://`"),
      example: "my-bucket/reports",
      mono: true,
    });
  });

  it("reaches into the block that a field takes", () => {
    const overlays = fieldOverlays("docker-container");
    expect(overlays["image_registry.registry_url"]).toEqual(fieldOverlays("docker-registry")["registry_url"]);
    expect(overlays["image_registry"]?.help).toContain("private registry");
  });

  it("prefers what the type itself says of a path that the block has too", () => {
    const overlays = fieldOverlays("azure-container-instance-job");
    expect(overlays["image_registry.registry_url"]?.example).toBe("acme.azurecr.io");
    expect(overlays["image_registry.username"]).toEqual(fieldOverlays("docker-registry")["username"]);
  });

  it("is empty for unknown types", () => {
    expect(fieldOverlays("cube")).toEqual({});
    expect(fieldOverlays("__proto__")).toEqual({});
  });

  it("says what a union's branches are, in the order of the schema", () => {
    const labels = fieldOverlays("docker-container")["mem_limit"]?.branches?.map(({ label }) => label);
    expect(labels).toEqual(["Bytes", "Size with unit"]);
  });
});
