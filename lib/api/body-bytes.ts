import { type Piece, printPieces, type SharedText, type WireValue } from "@/lib/wire/print-wire";

export const noBytes = Buffer.alloc(0);

const known = new WeakMap<SharedText, Buffer>();

/**
 * The bytes of an answer. Most bytes of a list are the same few types and schemas again and again: those are encoded once
 * and copied. Encoding the whole text each time took as long as reading, decrypting and masking a list.
 */
export function toBytes(value: WireValue): Uint8Array {
  const pieces = printPieces(value);
  const [only] = pieces;
  return pieces.length === 1 && typeof only === "string"
    ? Buffer.from(only)
    : Buffer.concat(pieces.map(encode));
}

function encode(piece: Piece): Buffer {
  if (typeof piece === "string") return Buffer.from(piece);
  const bytes = known.get(piece) ?? Buffer.from(piece.shared);
  known.set(piece, bytes);
  return bytes;
}
