/** "1 block", "3 blocks", "1,204 blocks". */
export function formatCount(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatNumber(count)} ${count === 1 ? singular : plural}`;
}

/** Thousands parted by a comma, whatever the locale of the machine. */
export function formatNumber(value: number): string {
  return new Intl.NumberFormat("en-GB").format(value);
}
