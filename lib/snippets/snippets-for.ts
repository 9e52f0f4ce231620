import type { CatalogEntry } from "@/lib/catalog/define-block-type";
import { toEnvironmentName, toVariableName } from "@/lib/snippets/names";
import { quotePython, quoteShell, quoteYaml } from "@/lib/snippets/quote";

/** A few lines that use a block: they only read, and hold no value of it. */
export type Snippet = {
  readonly id: "python" | "typed-class" | "deployment" | "yaml" | "curl";
  readonly label: string;
  readonly language: "python" | "bash" | "yaml";
  readonly code: string;
};

export type SnippetSubject = {
  /** Of the block type. */
  readonly slug: string;
  /** Of the block. */
  readonly name: string;
  readonly capabilities: readonly string[];
  readonly pythonClass?: CatalogEntry["pythonClass"];
  /** Top-level keys of the block's data or schema; a type with the one key `value` stands for that value. */
  readonly dataKeys?: readonly string[];
  /** What `PREFECT_API_URL` is set to. */
  readonly apiUrl: string;
  /** One that uses the block; without one, examples have names of their own. */
  readonly deployment?: SnippetDeployment;
};

/** A deployment as far as commands name it. */
export type SnippetDeployment = {
  readonly flowName: string;
  readonly name: string;
  /** "file.py:function" */
  readonly entrypoint: string | null;
};

const exampleDeployment = { flowName: "my-flow", name: "my-deployment", entrypoint: "flows.py:my_flow" };

/** Python first; deployments only for blocks that can hold code or run it. */
export function snippetsFor(subject: SnippetSubject): readonly Snippet[] {
  const { pythonClass } = subject;
  return [
    { id: "python", label: "Python", language: "python", code: pythonCode(subject) },
    ...(pythonClass
      ? [
          {
            id: "typed-class",
            label: "Typed class",
            language: "python",
            code: typedCode(subject, pythonClass),
          } as const,
        ]
      : []),
    ...(canBeDeployed(subject)
      ? [
          {
            id: "deployment",
            label: "Deployment",
            language: "bash",
            code: deploymentCommands(subject),
          } as const,
        ]
      : []),
    { id: "yaml", label: "YAML", language: "yaml", code: yamlCode(subject) },
    { id: "curl", label: "curl", language: "bash", code: curlCommand(subject) },
  ];
}

function pythonCode(subject: SnippetSubject): string {
  const variable = toVariableName(subject.name);
  // Classes of Prefect and of installed collections are known to the client by themselves.
  const hint = subject.pythonClass ? [] : ["# If the class is your own, import its module first."];
  const lines = [
    "from prefect.blocks.core import Block",
    "",
    ...hint,
    `${variable} = Block.load(${quotePython(pathOf(subject))})`,
    ...valueLine(subject, variable),
  ];
  return lines.join("\n");
}

function typedCode(
  subject: SnippetSubject,
  { module, name }: NonNullable<SnippetSubject["pythonClass"]>,
): string {
  const variable = toVariableName(subject.name);
  const lines = [
    `from ${module} import ${name}`,
    "",
    `${variable} = ${name}.load(${quotePython(subject.name)})`,
    ...valueLine(subject, variable),
  ];
  return lines.join("\n");
}

function valueLine(subject: SnippetSubject, variable: string): readonly string[] {
  if (!isOneValue(subject)) return [];
  return [`value = ${variable}.${subject.slug === "secret" ? "get()" : "value"}`];
}

function isOneValue({ dataKeys = [] }: SnippetSubject): boolean {
  return dataKeys.length === 1 && dataKeys[0] === "value";
}

function holdsCode({ capabilities }: SnippetSubject): boolean {
  return capabilities.includes("get-directory");
}

function runsFlows({ capabilities }: SnippetSubject): boolean {
  return capabilities.includes("run-infrastructure");
}

function canBeDeployed(subject: SnippetSubject): boolean {
  return holdsCode(subject) || runsFlows(subject);
}

/** Build, apply and run: the file between is the one that the client writes. */
function deploymentCommands(subject: SnippetSubject): string {
  const { flowName, name, entrypoint } = deploymentOf(subject);
  const file = `${entrypoint.slice(entrypoint.lastIndexOf(":") + 1)}-deployment.yaml`;
  return [
    buildCommand(subject),
    `prefect deployment apply ${quoteShell(file)}`,
    `prefect deployment run ${quoteShell(`${flowName}/${name}`)}`,
  ].join("\n");
}

function deploymentOf({ deployment }: SnippetSubject): {
  readonly [Key in keyof typeof exampleDeployment]: string;
} {
  if (!deployment) return exampleDeployment;
  return { ...deployment, entrypoint: deployment.entrypoint || exampleDeployment.entrypoint };
}

function buildCommand(subject: SnippetSubject): string {
  const block = quoteShell(pathOf(subject));
  const { name, entrypoint } = deploymentOf(subject);
  const file = entrypoint.startsWith("/") ? entrypoint : `./${entrypoint}`;
  const start = `prefect deployment build ${quoteShell(file)} --name ${quoteShell(name)}`;
  if (runsFlows(subject)) {
    const override = takesImage(subject) ? "image=registry.example.com/flows:1.4" : "env.LOG_LEVEL=DEBUG";
    return `${start} \\\n  -ib ${block} --override ${override}`;
  }
  if (subject.capabilities.includes("put-directory")) return `${start} -sb ${block}`;
  return `# This block only reads: push the code before flows run.\n${start} -sb ${block} --skip-upload`;
}

function takesImage({ slug, dataKeys = [] }: SnippetSubject): boolean {
  return dataKeys.includes("image") || slug === "docker-container" || slug === "kubernetes-job";
}

function yamlCode(subject: SnippetSubject): string {
  if (canBeDeployed(subject)) return deploymentYaml(subject);
  const reference = ["prefect.blocks", subject.slug, subject.name, ...textKey(subject)].join(".");
  return [
    "# prefect.yaml, filled in when a worker starts the run",
    ...(subject.slug === "json"
      ? [`# For one entry of an object append its key: ${reference}.value.some_key`]
      : []),
    "deployments:",
    "  - name: my-deployment",
    "    entrypoint: flows.py:my_flow",
    "    work_pool:",
    "      name: my-pool",
    "      job_variables:",
    "        env:",
    `          ${toEnvironmentName(subject.name)}: ${JSON.stringify(`{{ ${reference} }}`)}`,
  ].join("\n");
}

/** Environment variables take texts: an address or a name, where there is one. */
function textKey(subject: SnippetSubject): readonly string[] {
  const keys = isOneValue(subject) ? [] : (subject.dataKeys ?? []);
  const key = keys.find((candidate) => /(url|name)$/.test(candidate)) ?? keys[0];
  return key === undefined ? [] : [key];
}

function deploymentYaml(subject: SnippetSubject): string {
  const block = [
    `  _block_type_slug: ${quoteYaml(subject.slug)}`,
    `  _block_document_name: ${quoteYaml(subject.name)}`,
  ];
  // The client reads the file only when it names an infrastructure.
  const blocks = runsFlows(subject)
    ? ["infrastructure:", ...block]
    : ["storage:", ...block, "infrastructure:", "  _block_type_slug: process", "  type: process"];
  const { flowName, name, entrypoint } = deploymentOf(subject);
  return [
    "# deployment.yaml, for: prefect deployment apply deployment.yaml",
    `name: ${quoteYaml(name)}`,
    `flow_name: ${quoteYaml(flowName)}`,
    `entrypoint: ${quoteYaml(entrypoint)}`,
    ...(runsFlows(subject) ? [`path: ${takesImage(subject) ? "/opt/prefect/flows" : "/srv/flows"}`] : []),
    ...blocks,
  ].join("\n");
}

function curlCommand({ slug, name, apiUrl }: SnippetSubject): string {
  const path = `block_types/slug/${encodeURIComponent(slug)}/block_documents/name/${encodeURIComponent(name)}`;
  return `curl -fsS ${quoteShell(`${apiUrl.replace(/\/+$/, "")}/${path}`)}`;
}

function pathOf({ slug, name }: SnippetSubject): string {
  return `${slug}/${name}`;
}
