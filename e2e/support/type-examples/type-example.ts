/** How a person fills one field: the kind of control, its label, what goes in. */
export type Step =
  | { readonly fill: string; readonly with: string }
  | { readonly select: string; readonly option: string }
  | { readonly toggle: string }
  | { readonly rows: string; readonly add: string; readonly values: readonly string[] }
  | { readonly pairs: string; readonly add: string; readonly values: readonly (readonly [string, string])[] }
  | { readonly choose: string; readonly option: string; readonly with: string }
  | { readonly pick: string; readonly block: string };

export type TypeExample = {
  readonly slug: string;
  readonly name: string;
  /** Blocks that must exist before. */
  readonly needs?: readonly { readonly slug: string; readonly name: string; readonly data: unknown }[];
  readonly steps: readonly Step[];
  /** What the API then holds, secrets in clear. */
  readonly stored: Readonly<Record<string, unknown>>;
  /** What the client sees, where it is not what is stored. */
  readonly loaded?: Readonly<Record<string, unknown>>;
};
