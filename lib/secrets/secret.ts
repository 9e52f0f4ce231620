/** What stands for every secret value outside: always eight asterisks, whatever the value's length. */
export const MASK = "********";

const brand = Symbol.for("blockyard.Secret");
const inspect = Symbol.for("nodejs.util.inspect.custom");

/**
 * A value that must not leave by accident: text and `inspect` give the mask, `JSON.stringify` throws,
 * React refuses it as a prop of a client component. `reveal` is the only way out; the reason is for the reader.
 */
export class Secret<T = string> {
  readonly [brand] = true;
  readonly #plain: T;

  constructor(plain: T) {
    this.#plain = plain;
  }

  /** The value itself. `_reason` says why this place may see it. */
  reveal(_reason: string): T {
    return this.#plain;
  }

  toString(): string {
    return MASK;
  }

  toJSON(): never {
    throw new TypeError("a Secret cannot be serialised; mask or reveal it");
  }

  [inspect](): string {
    return MASK;
  }

  /** True also for a Secret of another copy of this module (the server's bundle and Next's each hold one). */
  static is(value: unknown): value is Secret<unknown> {
    return typeof value === "object" && value !== null && brand in value;
  }
}
