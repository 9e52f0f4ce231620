/** The path of a value in a document as one text, a JSON pointer: "/env/API_KEY". */
export function pathBelow(parent: string, key: string): string {
  return `${parent}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** Whether a path is the other one, or leads to something inside it. */
export function isWithin(path: string, outer: string): boolean {
  return path === outer || path.startsWith(`${outer}/`);
}
