import { type Answer, failure } from "@/lib/api/errors";

export const maxBodyBytes = 4 * 1024 * 1024;

const tooLarge: Answer = failure(413, "The body is larger than 4 MB. Send less data.", {
  connection: "close",
});

/** The bytes of a request, bounded also where the request does not say how many there are. */
export async function readBody(request: Request): Promise<Uint8Array | Answer> {
  const declared = request.headers.get("content-length");
  if (declared !== null && Number(declared) > maxBodyBytes) return tooLarge;
  // The HTTP parser holds a body to its declared length.
  if (declared !== null) return new Uint8Array(await request.arrayBuffer());
  return request.body ? readChunks(request.body) : new Uint8Array();
}

async function readChunks(body: ReadableStream<Uint8Array>): Promise<Uint8Array | Answer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > maxBodyBytes) return tooLarge;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** Only JSON is read, also when the request does not name its type. Undefined when the bytes are no UTF-8. */
export function decodeText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

export function isJsonType(contentType: string | null): boolean {
  if (contentType === null || contentType === "") return true;
  const [type = ""] = contentType.toLowerCase().split(";");
  return /^application\/(?:[^\s/]+\+)?json$/.test(type.trim());
}
