const numbers = new Intl.NumberFormat('en-GB');

/** `1 note`, `2 notes`, `1,204 notes`. */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${numbers.format(count)} ${count === 1 ? singular : plural}`;
}

/** `12,408`. */
export function formatNumber(count: number): string {
  return numbers.format(count);
}
