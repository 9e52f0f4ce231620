import { defineBlockType } from "@/lib/catalog/define-block-type";

export const github = defineBlockType({
  slug: "github",
  name: "GitHub",
  category: "Storage",
  description: "Fetches the code of deployments from a GitHub repository, at a branch or tag.",
  capabilities: ["get-directory"],
  isProtected: false,
  deprecated: {
    successor: { name: "GitHub Repository", slug: "github-repository" },
    note: "It works with every 2.x client and was removed in 3.0, where GitHub Repository from prefect-github takes its place.",
  },
  logo: { family: "storage", icon: "github" },
  example: `from prefect.filesystems import GitHub

flows = GitHub.load("flows")
flows.get_directory(from_path="pipelines", local_path="checkout")`,
  documentationUrl:
    "https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/managing-your-personal-access-tokens",
  schema: {
    title: "GitHub",
    type: "object",
    properties: {
      repository: {
        title: "Repository",
        description:
          "The address to clone from: `https://github.com/acme/flows.git` or `git@github.com:acme/flows.git`. With an access token it must be the https form.",
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
      access_token: {
        title: "Access Token",
        description:
          "A token that may read the repository. A classic one (`ghp_...`) stands alone; put your user name and a colon before a fine-grained one: `octocat:github_pat_...`. Public repositories need none.",
        name: "Personal Access Token",
        type: "string",
        writeOnly: true,
        format: "password",
      },
      include_git_objects: {
        title: "Include Git Objects",
        description:
          "On: the `.git` directory comes along, for flows that ask Git for their version. Off: only the files, which is smaller.",
        default: true,
        type: "boolean",
      },
    },
    required: ["repository"],
    secret_fields: ["access_token"],
  },
  references: {},
  fields: {
    repository: { mono: true },
    reference: { mono: true, defaultLabel: "the default branch" },
    access_token: { mono: true, defaultLabel: "no sign-in" },
  },
  pythonClass: { module: "prefect.filesystems", name: "GitHub" },
});
