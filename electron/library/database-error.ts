/** SQLite's primary result codes (https://sqlite.org/rescode.html). */
const codes = {
  busy: 5,
  locked: 6,
  outOfMemory: 7,
  inputOutput: 10,
  corrupt: 11,
  full: 13,
  notDatabase: 26,
} as const;

const damage: ReadonlySet<number> = new Set([codes.corrupt, codes.notDatabase]);

const passing: ReadonlySet<number> = new Set([
  codes.busy,
  codes.locked,
  codes.outOfMemory,
  codes.inputOutput,
  codes.full,
]);

/** The lower eight bits are the code; the others say more about it. 0 for other errors. */
function codeOf(error: unknown): number {
  return error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
}

/** Whether an error says that a database is damaged. */
export function isDamage(error: unknown): boolean {
  return damage.has(codeOf(error));
}

/** Whether an error says nothing of the file: another program has it, or the disk is full. */
export function isPassing(error: unknown): boolean {
  return passing.has(codeOf(error));
}
