import path from 'node:path';
import { readBriefingFile } from '../library/parsing/read-briefing-file.ts';
import type { Briefing } from '../shared/model/briefing.ts';
import { formatCredit } from '../shared/model/part.ts';
import { CommandFailure } from './failure.ts';
import { type Streams, writeJson } from './streams.ts';

function dateText({ date }: Briefing): string {
  return date === null ? 'undated' : `${date.value} (${date.provenance})`;
}

function asText(briefing: Briefing): string {
  const figures = briefing.figures.map(
    ({ caption, credit, date }, index) =>
      `  ${index + 1}. ${caption ?? '(no caption)'} [${formatCredit(credit)}${date === null ? '' : `, ${date}`}]`,
  );
  const sections = briefing.sections.flatMap(({ heading, items }) => [
    '',
    ...(heading === null ? [] : [heading]),
    ...items.map(({ marker, text }) => `  ${marker === null ? '' : `${marker} `}${text}`),
  ]);
  return [
    briefing.headline,
    ...(briefing.dek === null ? [] : [briefing.dek]),
    `${briefing.source ?? 'source not stated'} · ${dateText(briefing)}`,
    ...(figures.length === 0 ? [] : ['', 'Figures', ...figures]),
    ...sections,
    ...briefing.warnings.map(({ message }) => `\nNote: ${message}`),
    '',
  ].join('\n');
}

/** `readout parse`: what files parse to. A file that cannot be read does not keep the others back. */
export async function parseFiles(
  files: readonly string[],
  options: { readonly json?: true },
  streams: Streams,
): Promise<void> {
  const briefings: Briefing[] = [];
  const failures: string[] = [];
  for (const file of files) {
    const read = await readBriefingFile(path.resolve(file));
    if (read.ok) briefings.push(read.value.briefing);
    else failures.push(read.problem.message);
  }
  if (options.json === true) {
    const [only] = briefings;
    if (files.length > 1) writeJson(streams, briefings);
    else if (only !== undefined) writeJson(streams, only);
  } else if (briefings.length > 0) streams.output.write(briefings.map(asText).join('\n'));
  if (failures.length > 0) throw new CommandFailure(failures.join(' '));
}
