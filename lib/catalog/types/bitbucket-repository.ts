import { defineBlockType } from "@/lib/catalog/define-block-type";

export const bitbucketRepository = defineBlockType({
  slug: "bitbucket-repository",
  name: "BitBucket Repository",
  category: "Code",
  description: "Flow code in a Bitbucket repository, cloned with Git when it is needed.",
  capabilities: ["get-directory"],
  isProtected: false,
  logo: { family: "source", icon: "bitbucket" },
  example: `from prefect_bitbucket.repository import BitBucketRepository

flows = BitBucketRepository.load("flows")
flows.get_directory(from_path="orders", local_path="checkout")`,
  documentationUrl: "https://support.atlassian.com/bitbucket-cloud/docs/clone-a-git-repository/",
  schema: {
    title: "BitBucketRepository",
    type: "object",
    properties: {
      repository: {
        title: "Repository",
        description:
          "The HTTPS address that you would clone, such as `https://bitbucket.org/acme/flows.git`. Credentials work with HTTPS addresses only.",
        examples: ["https://bitbucket.org/acme/flows.git"],
        type: "string",
      },
      reference: {
        title: "Reference",
        description:
          "The branch or tag to read, such as `main` or `v1.4`; a commit does not work. Without it the main branch of the repository is read.",
        examples: ["main"],
        type: "string",
      },
      bitbucket_credentials: {
        title: "Bitbucket Credentials",
        description:
          "Signs in to a private repository with the token of BitBucket Credentials. Public repositories need none.",
        allOf: [{ $ref: "#/definitions/BitBucketCredentials" }],
      },
    },
    required: ["repository"],
    secret_fields: ["bitbucket_credentials.token", "bitbucket_credentials.password"],
  },
  references: { bitbucket_credentials: ["bitbucket-credentials"] },
  fields: {
    repository: { mono: true, position: 1 },
    reference: { mono: true, position: 2, defaultLabel: "the main branch" },
    bitbucket_credentials: { position: 3, defaultLabel: "no sign-in" },
  },
  pythonClass: { module: "prefect_bitbucket.repository", name: "BitBucketRepository" },
});
