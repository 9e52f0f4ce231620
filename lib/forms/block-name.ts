/** What a block may be called, stated before it is broken. */
export const blockNameRule = "Lowercase letters, digits and dashes.";
export const maxBlockNameLength = 255;

export type BlockNameCheck =
  | { readonly ok: true }
  | { readonly ok: false; readonly message: string; readonly suggestion?: string };

/** Prefect's rule for names, with an offer where one can be made. */
export function checkBlockName(text: string): BlockNameCheck {
  if (text === "") return { ok: false, message: "Enter a block name." };
  const isTooLong = text.length > maxBlockNameLength;
  if (!isTooLong && /^[a-z0-9-]+$/.test(text)) return { ok: true };
  const message = isTooLong
    ? `Shorten the block name to ${maxBlockNameLength} characters; it has ${text.length}.`
    : "Use only lowercase letters, digits and dashes in the block name.";
  const suggestion = slugify(text);
  return suggestion === "" ? { ok: false, message } : { ok: false, message, suggestion };
}

const letters: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

/** "My Bucket" -> "my-bucket". Empty when no letter of it can be written in a name. */
export function slugify(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => letters[letter] ?? letter)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+/, "")
    .slice(0, maxBlockNameLength)
    .replace(/-+$/, "");
}
