import { defineBlockType } from "@/lib/catalog/define-block-type";

export const githubRepository = defineBlockType({
  slug: "github-repository",
  name: "GitHub Repository",
  category: "Code",
  description: "Fetches files and the code of deployments from a GitHub repository.",
  capabilities: ["get-directory"],
  isProtected: false,
  logo: { family: "source", icon: "github" },
  example: `from prefect_github.repository import GitHubRepository

flows = GitHubRepository.load("flows")
flows.get_directory(from_path="pipelines", local_path="checkout")`,
  documentationUrl:
    "https://docs.github.com/en/repositories/creating-and-managing-repositories/cloning-a-repository",
  schema: {
    title: "GitHubRepository",
    type: "object",
    properties: {
      repository_url: {
        title: "Repository URL",
        description:
          "The address to clone from: `https://github.com/acme/flows.git` or `git@github.com:acme/flows.git`. With credentials it must be the https form.",
        examples: ["https://github.com/acme/flows.git"],
        type: "string",
      },
      reference: {
        title: "Reference",
        description:
          "The branch or tag to check out, such as `main` or `v1.4.0`. A commit hash does not work here. Without it the default branch is used.",
        examples: ["v1.4.0"],
        type: "string",
      },
      credentials: {
        title: "Credentials",
        description:
          "Who clones. Public repositories need none, and an SSH address uses the key of the machine.",
        allOf: [{ $ref: "#/definitions/GitHubCredentials" }],
      },
    },
    required: ["repository_url"],
    secret_fields: ["credentials.token"],
  },
  references: { credentials: ["github-credentials"] },
  fields: {
    repository_url: { mono: true, position: 1 },
    reference: { mono: true, position: 2, defaultLabel: "the default branch" },
    credentials: { position: 3, defaultLabel: "no sign-in" },
  },
  pythonClass: { module: "prefect_github.repository", name: "GitHubRepository" },
});
