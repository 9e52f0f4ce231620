// What a form sends: never the document, only what is different. The server applies an edit to the stored, lossless
// JSON, so siblings, nested secrets, references and number notation stay. (The UI does not speak Prefect's PATCH, which
// merges shallowly and drops what is not repeated.)

/** A place in a value: the keys that lead to it, through lists as well. Empty: the value itself. */
export type ValuePlace = readonly string[];

export type Edit = Change & {
  /** What of the value is secret from now on, beside what the schema hides. */
  readonly hide?: readonly ValuePlace[];
};

type Change =
  /** Stays as stored. */
  | { readonly do: "keep" }
  /** The key is removed from the document. */
  | { readonly do: "clear" }
  /** JSON text, e.g. `"abc"`, `1.0`, `{"a":1}`. Also how a secret is replaced. `show`: a mark on its place ends here. */
  | {
      readonly do: "set";
      readonly json: string;
      /** Saved blocks inside the value, which has null there; `at` is a JSON pointer into it. */
      readonly blocks?: readonly { readonly at: string; readonly documentId: string }[];
      readonly show?: true;
    }
  /** A saved block stands at this place. */
  | { readonly do: "reference"; readonly documentId: string }
  /**
   * Object: the named keys change in place, all others stay; a new key is appended. `from` is the stored key that the
   * value came from, where it is another one; that key goes only when an entry of its own clears it.
   */
  | {
      readonly do: "patch";
      readonly entries: readonly { readonly key: string; readonly from?: string; readonly edit: Edit }[];
    }
  /** Object as rows: exactly these keys in this order; `from` is the stored key that the row came from. */
  | {
      readonly do: "rows";
      readonly rows: readonly { readonly key: string; readonly from: string | null; readonly edit: Edit }[];
    }
  /** List: exactly these items in this order; `from` is the stored index that the item came from. */
  | {
      readonly do: "items";
      readonly items: readonly { readonly from: number | null; readonly edit: Edit }[];
    };

export type PatchEdit = Extract<Edit, { do: "patch" }>;
