import { otherOptions, readOptions } from "@/lib/paste/command-options";
import { type FactName, factsOf, onlySource, type PasteSources } from "@/lib/paste/facts";
import { shellWords } from "@/lib/paste/shell-words";
import { type Authority, decoded, readAuthority, trimSlashes } from "@/lib/paste/url-parts";

const provider = /github|gitlab|bitbucket/i;
const scp = /^(?:[\w.-]+@)([\w.-]+):(?!\/\/)([^\s:]+)$/;
const web = /^(?:git\+)?(https?|ssh|git):\/\/([^/]+)\/([^?#]+)/i;

/** The address of a repository: from a browser, for cloning, or in a `git clone` command; with branch and token. */
export function readGitUrl(text: string): PasteSources | undefined {
  const line = text.trim();
  if (line.length > 4096 || /[\r\n]/.test(line)) return undefined;
  const command = readClone(line);
  const repository = readRepository(command?.address ?? line, command !== undefined);
  if (!repository) return undefined;
  const { kind, token, username } = repository;
  const reference = command?.branch ?? repository.reference;
  return onlySource(
    factsOf({
      "git.url": repository.url,
      ...(kind && { [`${kind}.url` satisfies FactName]: repository.url }),
      ...(kind && { [`${kind}.token` satisfies FactName]: token }),
      "git.token": token,
      "git.username": username,
      "git.reference": reference,
    }),
    [...(command?.ignored ?? []), ...(repository.folder ? [`directory ${repository.folder}`] : [])],
  );
}

type Clone = {
  readonly address: string;
  readonly branch: string | undefined;
  readonly ignored: readonly string[];
};

const withValue = new Set(["-b", "--branch", "--depth", "-o", "--origin", "-c", "--config", "-j", "--jobs"]);

const branchOptions = new Set(["-b", "--branch"]);

/** `git clone -b main https://…`, `gh repo clone owner/name`. */
function readClone(line: string): Clone | undefined {
  const [, tool, rest] = /^(?:[$>]\s+)?(git\s+clone|gh\s+repo\s+clone)\s+(.+)$/.exec(line) ?? [];
  if (tool === undefined || rest === undefined) return undefined;
  const { options, plain } = readOptions(shellWords(rest), withValue);
  const branch = options.get("-b") ?? options.get("--branch");
  const [address] = plain;
  if (address === undefined) return undefined;
  const isShort = tool.startsWith("gh") && /^[\w.-]+\/[\w.-]+$/.test(address);
  return {
    address: isShort ? `https://github.com/${address}` : address,
    branch,
    ignored: otherOptions(options, branchOptions),
  };
}

type Kind = "github" | "gitlab" | "bitbucket";
type Repository = {
  readonly url: string;
  readonly kind: Kind | undefined;
  readonly token?: string | undefined;
  readonly username?: string | undefined;
  readonly reference?: string | undefined;
  readonly folder?: string | undefined;
};

function readRepository(address: string, isCertain: boolean): Repository | undefined {
  const [, sshHost, sshPath] = scp.exec(address) ?? [];
  if (sshHost !== undefined && sshPath !== undefined) return { url: address, kind: kindOf(sshHost) };
  const [, scheme = "", authority = "", path = ""] = web.exec(address) ?? [];
  const { host, port, ...account } = readAuthority(authority);
  const kind = kindOf(host);
  const segments = trimSlashes(path).split("/").map(decoded);
  if (host === "" || segments.length < 2) return undefined;
  if (!kind && !isCertain && !/\.git\/?$/.test(path)) return undefined;
  if (scheme.toLowerCase() === "ssh") return { url: address, kind };
  const { names, ...inside } = splitPath(segments);
  const place = port === undefined ? host : `${host}:${port}`;
  return {
    url: `${scheme.toLowerCase()}://${place}/${names.join("/")}`,
    kind,
    ...inside,
    ...readAccount(account),
  };
}

/** `https://token@host`, `https://x-access-token:token@host`, `https://user:token@host`. */
function readAccount(account: Pick<Authority, "username" | "password">): Partial<Repository> {
  const { username, password } = account;
  const isToken = password === undefined || /^(?:oauth2|x-access-token|x-token-auth)$/i.test(username ?? "");
  return { token: password ?? username, username: isToken ? undefined : username };
}

function kindOf(host: string): Kind | undefined {
  const found = provider.exec(host)?.[0].toLowerCase();
  return found === "github" || found === "gitlab" || found === "bitbucket" ? found : undefined;
}

/** What comes behind the repository in an address of a browser: `/tree/main/dir`, `/-/tree/main/dir`, `/src/main/dir`. */
function splitPath(segments: readonly string[]): {
  readonly names: readonly string[];
  readonly reference?: string;
  readonly folder?: string;
} {
  const marks = ["-", "tree", "blob", "src", "commit", "commits", "branch", "releases", "pull", "issues"];
  const at = segments.findIndex((segment, index) => index >= 2 && marks.includes(segment));
  if (at < 0) return { names: segments };
  const names = segments.slice(0, at);
  const rest = segments.slice(segments[at] === "-" ? at + 1 : at);
  const tag = rest[0] === "releases" && rest[1] === "tag" ? rest[2] : undefined;
  if (tag !== undefined) return { names, reference: tag };
  if (!["tree", "blob", "src", "commit", "branch"].includes(rest[0] ?? "")) return { names };
  const folder = rest.slice(2).join("/");
  return { names, ...(rest[1] ? { reference: rest[1] } : {}), ...(folder === "" ? {} : { folder }) };
}
