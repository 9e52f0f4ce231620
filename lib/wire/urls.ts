// Prefect 2.20 takes only http(s) URLs with a host that could be public, and keeps their text as it is.
import { text } from "@/lib/wire/fields";

type Fault = {
  readonly type: string;
  readonly message: string;
  readonly ctx?: Readonly<Record<string, unknown>>;
};

const maxLength = 2083;
const ipv4 = /^\d{1,3}(\.\d{1,3}){3}$/;
const ipv6 = /^\[[0-9a-f]*:[0-9a-f:.]+\]$/i;
const domain = /^[^\s/$?#.:@][^\s/$?#:@]*\.(?:[a-z\u00a1-\uffff]{2,63}|xn--[a-z0-9-]{1,59})\.?$/i;

/** The same rule for tools that read the description of the API. */
const pattern =
  "^[hH][tT][tT][pP][sS]?://([^\\s/?#@]*@)?(\\[[0-9a-fA-F]*:[0-9a-fA-F:.]+\\]|\\d{1,3}(\\.\\d{1,3}){3}|[^\\s/$?#.:@][^\\s/$?#:@]*\\.([a-zA-Z\\u00a1-\\uffff]{2,63}|[xX][nN]--[a-zA-Z0-9-]{1,59})\\.?)([:/?#]\\S*)?$";

export function httpUrl() {
  return text()
    .superRefine((value, context) => {
      const fault = findFault(value);
      if (!fault) return;
      const { message, ...params } = fault;
      context.addIssue({ code: "custom", message, params });
    })
    .meta({ pattern, maxLength });
}

function findFault(value: string): Fault | undefined {
  if (value.length > maxLength) {
    return {
      type: "value_error.any_str.max_length",
      message: `ensure this value has at most ${maxLength} characters`,
      ctx: { limit_value: maxLength },
    };
  }
  const [, scheme, host] =
    /^(?:([a-z][a-z0-9+.-]*):\/\/)?(?:[^\s/?#@]*@)?(\[[^\]\s]*\]|[^\s/?#:]*)/i.exec(value) ?? [];
  if (scheme === undefined)
    return { type: "value_error.url.scheme", message: "invalid or missing URL scheme" };
  if (!["http", "https"].includes(scheme.toLowerCase())) {
    const ctx = { allowed_schemes: ["http", "https"] };
    return { type: "value_error.url.scheme", message: "URL scheme not permitted", ctx };
  }
  if (!host || !(ipv4.test(host) || ipv6.test(host) || domain.test(host))) {
    return { type: "value_error.url.host", message: "URL host invalid, top level domain required" };
  }
  return /\s/.test(value)
    ? { type: "value_error.url.extra", message: "URL invalid, extra characters" }
    : undefined;
}
