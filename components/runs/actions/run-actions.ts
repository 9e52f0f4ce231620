/** What came of an action; `id` is the run that it made. */
export type RunActionAnswer =
  | { readonly ok: true; readonly id?: string }
  | { readonly ok: false; readonly message: string };

/** Server actions on one run, given by the page. */
export type RunActions = {
  readonly cancel: (id: string) => Promise<RunActionAnswer>;
  readonly remove: (id: string) => Promise<RunActionAnswer>;
  /** A new run of the same deployment with the same parameters. */
  readonly again: (id: string) => Promise<RunActionAnswer>;
  /** The same run once more. */
  readonly retry: (id: string) => Promise<RunActionAnswer>;
};
