import { factsOf, onlySource, type PasteSources } from "@/lib/paste/facts";
import { decoded, readAuthority, trimSlashes } from "@/lib/paste/url-parts";

const unc = /^(?:\\\\|\/\/)([^\\/\s]+)[\\/]+([^\\/].*)$/;
const url = /^(?:smb|cifs):\/\/([^/]+)(\/.*)?$/i;

/** `\\host\share\directory` as Windows writes it, `smb://user@host/share` as macOS and Linux do. */
export function readSmbPath(text: string): PasteSources | undefined {
  const address = text.trim();
  if (address.length > 4096 || /[\r\n\t]/.test(address)) return undefined;
  const [, share, rest] = unc.exec(address) ?? [];
  if (share !== undefined) {
    // `\\server@SSL@8443\share` is WebDAV: the name of the server ends at the first sign.
    return toSources({ host: share.split("@")[0] ?? share }, rest ?? "");
  }
  const [, authority, path = ""] = url.exec(address) ?? [];
  if (authority === undefined) return undefined;
  const { host, username = "", password, port } = readAuthority(authority);
  const [domain, user] = username.includes(";") ? username.split(";") : ["", username];
  return toSources({ host, username: user, password, port }, decoded(path), domain === "" ? [] : ["domain"]);
}

type Host = {
  readonly host: string;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  readonly port?: string | undefined;
};

function toSources(from: Host, path: string, ignored: readonly string[] = []): PasteSources | undefined {
  const { host, username, password, port } = from;
  const share = trimSlashes(path.replaceAll("\\", "/").replace(/\/{2,}/g, "/"));
  if (host === "") return undefined;
  const address = port === undefined ? host : `${host}:${port}`;
  return onlySource(
    factsOf({
      "smb.host": host,
      "smb.sharePath": share === "" ? undefined : `/${share}`,
      "smb.port": port === undefined ? undefined : { number: String(Number(port)) },
      "smb.username": username,
      "smb.password": password,
      "storage.url": `smb://${address}/${share}`,
    }),
    ignored,
  );
}
