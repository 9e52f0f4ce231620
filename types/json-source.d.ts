// Node 24 has JSON.parse with source text access (TC39 proposal-json-parse-with-source); TypeScript 7.0 lacks it.
interface JSON {
  parse(
    text: string,
    reviver: (key: string, value: unknown, context: { source?: string }) => unknown,
  ): unknown;
}
