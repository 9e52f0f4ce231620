import { defineBlockType } from "@/lib/catalog/define-block-type";

export const gitlabRepository = defineBlockType({
  slug: "gitlab-repository",
  name: "GitLab Repository",
  category: "Code",
  description: "Fetches files and the code of deployments from a GitLab repository.",
  capabilities: ["get-directory"],
  isProtected: false,
  logo: { family: "source", icon: "gitlab" },
  example: `from prefect_gitlab.repositories import GitLabRepository

flows = GitLabRepository.load("flows")
flows.get_directory(from_path="pipelines", local_path="checkout")`,
  documentationUrl: "https://docs.gitlab.com/topics/git/clone/",
  schema: {
    title: "GitLabRepository",
    type: "object",
    properties: {
      repository: {
        title: "Repository",
        description:
          "The address to clone from: `https://gitlab.com/acme/flows.git` or `git@gitlab.com:acme/flows.git`. With credentials it must be the https or http form.",
        examples: ["https://gitlab.com/acme/flows.git"],
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
        allOf: [{ $ref: "#/definitions/GitLabCredentials" }],
      },
    },
    required: ["repository"],
    secret_fields: ["credentials.token"],
  },
  references: { credentials: ["gitlab-credentials"] },
  fields: {
    repository: { mono: true, position: 1 },
    reference: { mono: true, position: 2, defaultLabel: "the default branch" },
    credentials: { position: 3, defaultLabel: "no sign-in" },
  },
  pythonClass: { module: "prefect_gitlab.repositories", name: "GitLabRepository" },
});
