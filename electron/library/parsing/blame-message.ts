import type { ParsingLimits } from './limits.ts';
import type { Blame } from './thread-connection.ts';

function secondsText(milliseconds: number): string {
  return milliseconds === 1000 ? '1 second' : `${milliseconds / 1000} seconds`;
}

/** What the reader is told of a file that a thread came to its end over. */
export function blameMessage(file: string, blame: Blame, limits: ParsingLimits): string {
  switch (blame.reason) {
    case 'time':
      return `${file} took longer than ${secondsText(limits.time)} to read, so it was given up. Split it, or save it in a simpler form.`;
    case 'memory':
      return `${file} needed more than ${limits.memory} MB of memory to be read, so it was given up. Split it, or save it in a simpler form.`;
    case 'fault':
      return `${file} cannot be read. The program that reads it came to an end (${blame.message}).`;
  }
}
