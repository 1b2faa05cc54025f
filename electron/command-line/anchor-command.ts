import path from 'node:path';
import { InvalidArgumentError } from 'commander';
import { readBriefingFile } from '../library/parsing/read-briefing-file.ts';
import { anchor, type Anchoring, type Candidate } from '../shared/anchoring/anchor.ts';
import type { PartPassage } from '../shared/anchoring/passage.ts';
import { RunningText } from '../shared/anchoring/running-text.ts';
import { type PartPath, partsOf } from '../shared/model/part.ts';
import { CommandFailure } from './failure.ts';
import { type Streams, writeJson } from './streams.ts';

interface AnchorOptions {
  readonly quote: string;
  readonly prefix?: string;
  readonly suffix?: string;
  /** In UTF-16 code units of the part's own text. */
  readonly start?: number;
  readonly json?: true;
}

/** A place as it is printed. */
interface Place {
  /** The part it begins in. */
  readonly part: PartPath | null;
  /** In UTF-16 code units of the text of the part it begins in, and of the one it ends in. */
  readonly start: number | null;
  readonly end: number | null;
  readonly text: string | null;
  /** Part by part, where it goes through several. */
  readonly passages: readonly PartPassage[];
}

/** What is printed with `--json`. */
interface Printed extends Place {
  readonly resolution: Anchoring['resolution'];
  /** The place that was found, or those that were not sure, the best first. */
  readonly candidates: readonly (Place & { readonly score: number })[];
}

const nowhere: Place = { part: null, start: null, end: null, text: null, passages: [] };

/** Reads an offset. @throws what the command line says of a wrong argument. */
export function readOffset(given: string): number {
  if (!/^\d{1,9}$/.test(given)) throw new InvalidArgumentError('It has to be a whole number.');
  return Number(given);
}

/** Reads a quote. @throws what the command line says of a wrong argument. */
export function readQuote(given: string): string {
  if (given.trim() === '') throw new InvalidArgumentError('It has no words.');
  return given;
}

function toPlace({ passages, text }: Candidate): Place {
  const [first, last] = [passages[0], passages.at(-1)];
  if (first === undefined || last === undefined) return nowhere;
  return { part: first.part, start: first.start, end: last.end, text, passages };
}

function toPrinted(anchoring: Anchoring): Printed {
  const isFound = 'place' in anchoring;
  const candidates = isFound ? [anchoring.place] : anchoring.candidates;
  return {
    resolution: anchoring.resolution,
    ...(isFound ? toPlace(anchoring.place) : nowhere),
    candidates: candidates.map((candidate) => ({
      ...toPlace(candidate),
      score: candidate.score,
    })),
  };
}

function asText({ resolution, candidates }: Printed): string {
  const places = candidates.map(
    ({ part, start, end, text, score }) =>
      `  ${part ?? ''} ${start ?? ''}–${end ?? ''} (${score.toFixed(2)}): ${text ?? ''}`,
  );
  return `${[resolution, ...places].join('\n')}\n`;
}

/** `readout anchor`: where a quote stands in a file now, as the app would find it. */
export async function anchorQuote(
  file: string,
  { quote, prefix = '', suffix = '', start, json }: AnchorOptions,
  streams: Streams,
): Promise<void> {
  const read = await readBriefingFile(path.resolve(file));
  if (!read.ok) throw new CommandFailure(read.problem.message);
  const running = new RunningText(partsOf(read.value.briefing));
  const positions = start === undefined ? [] : running.offsetsOf(start);
  const query = { exact: quote, prefix, suffix, positions, repeated: false };
  const printed = toPrinted(anchor(running, query));
  if (json === true) writeJson(streams, printed);
  else streams.output.write(asText(printed));
}
