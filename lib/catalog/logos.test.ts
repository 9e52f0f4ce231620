import {
  siBitbucket,
  siDatabricks,
  siDiscord,
  siDocker,
  siGithub,
  siGitlab,
  siGooglebigquery,
  siGooglecloud,
  siGooglecloudstorage,
  siKubernetes,
  siMattermost,
  siMinio,
  siOpsgenie,
  siPagerduty,
  siPostgresql,
  siSnowflake,
} from "simple-icons";
import { describe, expect, it } from "vitest";
import { catalog } from "@/lib/catalog";
import { brandGlyphs } from "@/lib/catalog/brand-glyphs";
import { glyphs } from "@/lib/catalog/glyphs";
import { findLogo } from "@/lib/catalog/logos";

describe("findLogo", () => {
  it("has a glyph in the right family for each type of the catalogue", () => {
    for (const { slug, name, logo } of catalog) {
      expect(findLogo(slug, name)).toEqual({ family: logo.family, glyph: glyphs[logo.icon] });
    }
  });

  it("tells types of one category apart: no two share tile and glyph", () => {
    const looks = catalog.map(({ logo }) => `${logo.family} ${logo.icon}`);
    expect(new Set(looks).size).toBe(looks.length);
  });

  it.each([
    ["cube", "Cube", "Cu"],
    ["acme-credentials", "ACME Credentials", "Ac"],
    ["x", "X", "X"],
    ["form", "  Über-Form", "Üb"],
    ["data", "数据", "数据"],
    ["my-type", "🙂", "My"],
    ["", "", "?"],
    ["constructor", "constructor", "Co"],
  ])("gives the unknown type %j (%j) the letters %j", (slug, name, letters) => {
    expect(findLogo(slug, name)).toEqual({ family: "source", glyph: { letters } });
  });
});

it("copies the outlines of products unchanged", () => {
  expect(brandGlyphs).toEqual({
    bitbucket: { shape: siBitbucket.path },
    databricks: { shape: siDatabricks.path },
    discord: { shape: siDiscord.path },
    docker: { shape: siDocker.path },
    github: { shape: siGithub.path },
    gitlab: { shape: siGitlab.path },
    googlebigquery: { shape: siGooglebigquery.path },
    googlecloud: { shape: siGooglecloud.path },
    googlecloudstorage: { shape: siGooglecloudstorage.path },
    kubernetes: { shape: siKubernetes.path },
    mattermost: { shape: siMattermost.path },
    minio: { shape: siMinio.path },
    opsgenie: { shape: siOpsgenie.path },
    pagerduty: { shape: siPagerduty.path },
    postgresql: { shape: siPostgresql.path },
    snowflake: { shape: siSnowflake.path },
  });
});
