const maxSizeBytes = 1_000_000;

/** A chosen file as text, byte for byte (a byte order mark included), or a sentence that says why not. */
export async function readTextFile(
  file: File,
): Promise<{ ok: true; text: string } | { ok: false; message: string }> {
  if (file.size > maxSizeBytes) {
    return { ok: false, message: `${file.name} is larger than 1 MB. Choose a smaller file.` };
  }
  try {
    const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    return { ok: true, text: decoder.decode(await file.arrayBuffer()) };
  } catch {
    return { ok: false, message: `${file.name} is not a text in UTF-8. Choose a text file.` };
  }
}
