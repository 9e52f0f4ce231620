import { renderToString } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { FieldGallery } from "@/components/dev/field-gallery";
import { samples } from "@/components/dev/field-samples";
import { renderers } from "@/components/fields/registry";

const html = renderToString(<FieldGallery />);
const sections = html.split("<section ").slice(1);

describe("the page of all fields", () => {
  test.each(Object.keys(renderers))("%s stands there in every state, and in the index", (kind) => {
    const section = sections.find((part) => part.includes(`data-kind="${kind}"`)) ?? "";
    const states = [...section.matchAll(/data-state="([^"]*)"/g)].map(([, state]) => state);
    expect(html.includes(`href="#${kind}"`)).toBe(true);
    for (const state of ["Not set", "Set", "Required, set", "With a default", "Set, wrong"]) {
      expect(states).toContain(state);
    }
    if (kind === "const") return;
    for (const state of ["Secret, kept", "Secret, replaced", "Secret, cleared", "Under Advanced"]) {
      expect(states).toContain(state);
    }
    const shown = ["oes not match the schema", "Set, changed 3 May 2026", "Will be cleared when you save"];
    expect(shown.filter((words) => !section.includes(words))).toEqual([]);
  });

  test("no two elements have the same id, and a kept secret is no input", () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(Object.keys(samples)).toEqual(Object.keys(renderers));
  });
});
