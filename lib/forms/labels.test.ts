import { describe, expect, it } from "vitest";
import { inSentence, labelFromKey, labelFromModel, singularOf, withArticle } from "@/lib/forms/labels";

describe("labels", () => {
  it.each([
    ["Bucket Path", "bucket path"],
    ["AWS Access Key ID", "AWS access key ID"],
    ["GitHub Token", "GitHub token"],
    ["Registry Url", "registry URL"],
    ["A", "A"],
  ])("%s reads as %s inside a sentence", (label, words) => {
    expect(inSentence(label)).toBe(words);
  });

  it.each([
    ["Bucket Path", "a bucket path"],
    ["AWS Secret Access Key", "an AWS secret access key"],
    ["S3 Path", "an S3 path"],
    ["URL", "a URL"],
    ["Smb Host", "an SMB host"],
    ["User", "a user"],
    ["Image", "an image"],
    ["Volumes", "volumes"],
    ["Address", "an address"],
  ])("%s takes the right article", (label, words) => {
    expect(withArticle(label)).toBe(words);
  });

  it("are made from keys and class names where the schema has none", () => {
    expect(labelFromKey("image_registry")).toBe("Image Registry");
    expect(labelFromKey("_")).toBe("_");
    expect(labelFromModel("ConnectionComponents")).toBe("Connection components");
    expect(labelFromModel("AWSCredentials")).toBe("AWS credentials");
  });

  it.each([
    ["Volumes", "volume"],
    ["Cookies", "cookie"],
    ["Policies", "policy"],
    ["Addresses", "address"],
    ["Environment", undefined],
    ["Status", undefined],
  ])("%s in the singular is %s", (label, singular) => {
    expect(singularOf(label)).toBe(singular);
  });
});
