/** Percent signs read; a text whose percent signs mean nothing stays as it is. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export function trimSlashes(text: string): string {
  return text.replace(/^\/+|\/+$/g, "");
}

export type Authority = {
  readonly username?: string;
  readonly password?: string;
  readonly host: string;
  readonly port?: string;
};

/** `user:password@host:port`, percent signs read; passwords may hold an `@` or `/` that somebody forgot to escape. */
export function readAuthority(text: string): Authority {
  const at = text.lastIndexOf("@");
  const address = text.slice(at + 1);
  const [, host = "", port] = /^(\[[^\]]*\]|[^:]*)(?::(\d{1,5}))?$/.exec(address) ?? ["", address];
  const account = at < 0 ? "" : text.slice(0, at);
  const colon = account.indexOf(":");
  const username = decoded(colon < 0 ? account : account.slice(0, colon));
  const password = colon < 0 ? "" : decoded(account.slice(colon + 1));
  return {
    host: decoded(host.replace(/^\[|\]$/g, "")),
    ...(username === "" ? {} : { username }),
    ...(password === "" ? {} : { password }),
    ...(port === undefined ? {} : { port }),
  };
}
