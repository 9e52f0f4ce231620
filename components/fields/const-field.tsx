/** Only one value is allowed: there is nothing to choose and nothing to show. */
export function ConstField() {
  return null;
}
