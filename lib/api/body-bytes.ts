import { DomainError } from "@/lib/errors";
import { type Piece, printPieces, type SharedText, type WireValue } from "@/lib/wire/print-wire";

export const noBytes = Buffer.alloc(0);

const known = new WeakMap<SharedText, Buffer>();

/** In characters. A few hundred of the largest blocks would fill the memory. */
const longestAnswer = 100_000_000;

/**
 * The bytes of an answer. Most bytes of a list are the same few types and schemas again and again: those are encoded once
 * and copied. Encoding the whole text each time took as long as reading, decrypting and masking a list.
 * @throws DomainError bad_request when there are too many.
 */
export function toBytes(value: WireValue): Uint8Array {
  const pieces = printPieces(value);
  const length = pieces.reduce((sum, piece) => sum + lengthOf(piece), 0);
  if (length > longestAnswer) {
    throw new DomainError("bad_request", "The answer would be larger than 100 MB. Ask for fewer at a time.");
  }
  const [only] = pieces;
  return pieces.length === 1 && typeof only === "string"
    ? Buffer.from(only)
    : Buffer.concat(pieces.map(encode));
}

function lengthOf(piece: Piece): number {
  return typeof piece === "string" ? piece.length : piece.shared.length;
}

function encode(piece: Piece): Buffer {
  if (typeof piece === "string") return Buffer.from(piece);
  const bytes = known.get(piece) ?? Buffer.from(piece.shared);
  known.set(piece, bytes);
  return bytes;
}
