import { type Answer, failure } from "@/lib/api/errors";

export const maxBodyBytes = 4 * 1024 * 1024;

export const tooLarge: Answer = failure(413, "The body is larger than 4 MB. Send less data.", {
  connection: "close",
});

/** Only JSON is read, also when the request does not name its type. Undefined when the bytes are no UTF-8. */
export function decodeText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

export function isJsonType(contentType: string | undefined): boolean {
  if (contentType === undefined || contentType === "") return true;
  const [type = ""] = contentType.toLowerCase().split(";");
  return /^application\/(?:[^\s/]+\+)?json$/.test(type.trim());
}
