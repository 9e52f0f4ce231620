// Which keys of a free dict read like the name of a credential. A guess about words, no promise: a form offers to mask
// such a value, and a person decides. Words that only speak about one ("token_url", "password_file") are none.

/** One of these as the last word: `DB_PASSWORD`, `Authorization`, `github-token`. */
const nouns = new Set([
  ...["password", "passwords", "passwd", "passphrase", "passcode", "pass", "pwd", "pw"],
  ...["secret", "secrets", "token", "tokens", "jwt", "bearer", "sas", "dsn", "authorization", "cookie"],
  ...["credential", "credentials", "creds", "apikey", "apikeys", "kubeconfig"],
]);

/** Written as one word with what stands before: `PGPASSWORD`, `clientsecret`, `accesskey`. */
const endings =
  /(?:password|passwd|passphrase|secret|token|apikey|accesskey|secretkey|privatekey|accountkey|connectionstring|connstr)$/;

/** Two last words that say it together, where neither does alone. */
const pairs = new Set([
  ...["connection string", "connection strings", "conn string", "conn str", "basic auth", "http auth"],
  ...["database url", "database uri", "db url", "db uri", "connection url", "connection uri"],
  ...["webhook url", "sas url", "account info", "account json", "keyfile json", "github pat", "gitlab pat"],
]);

/** Before `key`, these make it one that is no secret; `key` alone is none either. */
const openKeys = new Set([
  ...[
    "public",
    "primary",
    "partition",
    "sort",
    "foreign",
    "cache",
    "object",
    "row",
    "index",
    "unique",
    "group",
  ],
  ...[
    "order",
    "lookup",
    "translation",
    "message",
    "hot",
    "bucket",
    "file",
    "dedup",
    "idempotency",
    "routing",
  ],
  ...["shard", "hash", "range", "map", "json", "yaml", "column", "field", "context", "authorized", "allowed"],
]);

/** Before `token`, these speak of pages and of text, of the tokens that language models count. */
const openTokens = new Set([
  ...[
    "next",
    "page",
    "continuation",
    "pad",
    "eos",
    "bos",
    "unk",
    "mask",
    "sep",
    "cls",
    "stop",
    "start",
    "end",
  ],
  ...["max", "min", "num", "total", "count", "prompt", "completion", "input", "output", "new", "special"],
]);

/** A name that begins like this is a switch: `use_token`, `HAS_PASSWORD`. */
const switches =
  /^(?:use|uses|has|is|enable|enables|disable|allow|require|requires|show|no|skip|with|without)$/;

/** What may stand behind the name of a credential: `API_KEY_2`, `DB_PASSWORD_PROD`, `SECRET_KEY_BASE`. */
const appendix =
  /^(?:\d+|prod|production|dev|test|staging|old|new|current|previous|next|primary|secondary|backup|base|base64|b64|pem|value|text|raw|encrypted|default)$/;

const maxLength = 200;

/** Whether a key reads like the name of a credential. */
export function isCredentialName(key: string): boolean {
  if (key.length > maxLength) return false;
  const words = withoutAppendix(wordsOf(key));
  const last = words.at(-1);
  if (last === undefined || (words.length > 1 && switches.test(words[0] ?? ""))) return false;
  const before = words.at(-2);
  if (last === "key" || last === "keys") return before !== undefined && !openKeys.has(before);
  if (last === "token" || last === "tokens") return before === undefined || !openTokens.has(before);
  return nouns.has(last) || endings.test(last) || pairs.has(`${before} ${last}`);
}

/** An address that carries its password: `postgres://user:password@host/db`. */
export function isCredentialText(text: string): boolean {
  return /^[a-z][a-z0-9+.-]{1,30}:\/\/[^\s/?#@:]*:[^\s/?#@]+@/i.test(text.slice(0, 2000));
}

/** `AWS_SECRET_ACCESS_KEY`, `secretAccessKey` and `secret-access-key` have the same words. */
function wordsOf(key: string): readonly string[] {
  return key
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

function withoutAppendix(words: readonly string[]): readonly string[] {
  const end = words.findLastIndex((word) => !appendix.test(word));
  return words.slice(0, end + 1);
}
