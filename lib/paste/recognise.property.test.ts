import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { looksPasted } from "@/lib/paste/looks-pasted";
import { recognise } from "@/lib/paste/recognise";

const id = "AKIAIOSFODNN7EXAMPLE";

describe("any text", () => {
  const samples = [
    `[default]\naws_access_key_id=${id}\n`,
    "export AWS_REGION='x\ny'",
    "https://bucket.s3.eu-west-1.amazonaws.com/a?b=c",
    'docker run -e "A=\\"1" -v C:\\x:/y --mount type=bind,src=/a,dst=/b img sh -c \'x\'',
    "docker login -u a -p b c",
    "git clone -b main https://a:b@github.com/o/r.git",
    "smb://a;b:c@d:1/e",
    "postgresql+x://a:b@c:1/d?e=f",
    "AccountEndpoint=x;AccountKey=y",
    '{"type":"service_account","private_key":"x"}',
    '{"auths":{"a":{"auth":"YTpi"}}}',
    "kind: Config\nclusters: []\ncontexts:\n- name: a\n  context: {}\n",
    "\\\\host\\share",
  ];

  test("each sample looks pasted and is recognised", async () => {
    for (const sample of samples) {
      expect(looksPasted(sample), sample).toBe(true);
      expect(await recognise(sample), sample).toBeDefined();
    }
  });

  test("plain values do not look pasted", () => {
    const values = [
      "my-bucket/a/b",
      "etl runner",
      "python -m flow",
      "registry.example.com/x:1",
      "a=b",
      "10.0.0.1",
      "/srv",
    ];
    for (const value of values) expect(looksPasted(value), value).toBe(false);
  });

  test("whatever is cut out, doubled or mixed in: nothing throws, and every fact has a value", async () => {
    const piece = fc.oneof(
      fc.constantFrom(...samples),
      fc.string({ maxLength: 40 }),
      fc.constantFrom("\n", '"', "'", "\\", "@", "%"),
    );
    const text = fc
      .tuple(fc.array(piece, { maxLength: 4 }), fc.nat(200), fc.nat(200))
      .map(([pieces, from, length]) => {
        const whole = pieces.join("");
        return whole.slice(0, from) + whole.slice(from + (length % 7));
      });
    await fc.assert(
      fc.asyncProperty(text, async (pasted) => {
        looksPasted(pasted);
        const found = await recognise(pasted);
        for (const { facts: said } of found?.sources ?? []) {
          expect(said.size).toBeGreaterThan(0);
          expect([...said.values()]).not.toContain("");
        }
      }),
      { numRuns: 1500 },
    );
  });

  test("what is too long is nothing, and long lines of one character end soon", async () => {
    expect(await recognise(`s3://bucket/${"a".repeat(300_000)}`)).toBeUndefined();
    for (const character of [" ", '"', "'", "\\", "=", "[", "/", "@", "-", "`", "a ", "=' ", "\\\n"]) {
      const long = character.repeat(Math.floor(200_000 / character.length));
      for (const start of ["", "docker run ", "[a]\na=", "export A=", "postgresql://", "git clone "]) {
        looksPasted(start + long);
        await recognise(start + long);
      }
    }
  });
});
