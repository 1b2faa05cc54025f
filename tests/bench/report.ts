import os from 'node:os';

/** Prints one JSON line. */
export function print(line: Readonly<Record<string, unknown>>): void {
  console.log(JSON.stringify(line));
}

/** The value below which a share of the runs lies. */
export function quantile(runs: readonly number[], share: number): number {
  const sorted = runs.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** A number with three digits. */
export function round(value: number): number {
  return Number(value.toPrecision(3));
}

/** What the figures were measured on. */
export function machine(): Readonly<Record<string, unknown>> {
  return {
    machine: os.cpus()[0]?.model ?? 'unknown',
    cores: os.cpus().length,
    node: process.version,
  };
}
