/** A request apart from the server that took it, so that tests need no socket. */
export type ApiRequest = {
  readonly method: string;
  /** Path and query as sent, beginning with `/api`. */
  readonly target: string;
  /** The value of a header by its lower-case name. */
  readonly header: (name: string) => string | undefined;
  /** The whole body, empty when there is none. Called at most once. */
  readonly readBody: () => Promise<Uint8Array | "too large">;
};

/** A finished answer. */
export type ApiReply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
};

export type Api = (request: ApiRequest) => Promise<ApiReply>;
