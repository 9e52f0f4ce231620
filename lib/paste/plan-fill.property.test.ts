import fc from "fast-check";
import { expect, test } from "vitest";
import { initialDraft } from "@/lib/forms/draft-from-data";
import { editFromDraft } from "@/lib/forms/edit-from-draft";
import { canary, createRandom, maskSample, randomDocument, sampleTree } from "@/lib/forms/testing-sample";
import { validateDraft } from "@/lib/forms/validate";
import { planFill } from "@/lib/paste/plan-fill";
import { recognise } from "@/lib/paste/recognise";

const keys =
  "[default]\naws_access_key_id = AKIA1\naws_secret_access_key = canary-7f3a\nregion = eu-west-1\n";
const account =
  '{\n  "type": "service_account",\n  "project_id": "shop",\n  "private_key": "canary-7f3a\\n"\n}';

test("whatever a form holds: a plan only puts in drafts that the fields can show, and shows no secret", async () => {
  const texts = [keys, account, "docker run -e A=1 -m 5 img x", "postgresql://a:canary-7f3a@b:1/c?d=e"];
  const found = await Promise.all(texts.map(recognise));
  const names = sampleTree.fields.map(({ key }) => [key]);
  fc.assert(
    fc.property(fc.nat(), fc.nat(texts.length - 1), fc.nat(20), (seed, which, shift) => {
      const pasted = found[which];
      if (!pasted) throw new Error("not recognised");
      const source = pasted.sources[0];
      const facts = [...source.facts.keys()];
      // Any fact into any field: a table may be wrong, a user's field may have any type.
      const rules = names.map((path, index) => ({
        path,
        facts: [facts[(index + shift) % facts.length] ?? "aws.region"] as const,
      }));
      const before = initialDraft(sampleTree, maskSample(randomDocument(createRandom(seed))));
      const { drafts, fills: filled } = planFill(sampleTree, rules, before, { source, text: pasted.text });
      expect(JSON.stringify(filled)).not.toContain(canary);
      const after = before.map((draft, index) => drafts.get(`f.${index}`) ?? draft);
      validateDraft(sampleTree, after, { initial: before, isNew: false, parsers: {} });
      expect(editFromDraft(sampleTree, before, after, {}).do).toBe("patch");
    }),
  );
});
