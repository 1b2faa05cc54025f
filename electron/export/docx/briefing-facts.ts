import type { Paragraph } from 'docx';
import type { ExportEntry } from '../../shared/export/entry.ts';
import type { BriefingDate } from '../../shared/model/briefing.ts';
import { textParagraph } from './text-paragraph.ts';

function dateWords({ value, provenance, evidence }: BriefingDate): string {
  const basis = evidence === null ? '' : `, “${evidence}”`;
  const source = provenance === 'inferred' ? 'inferred from the text' : `from the ${provenance}`;
  return `${value} (${source}${basis})`;
}

/** Where a briefing comes from, and of which day it is. */
export function factParagraphs({ reference, briefing }: ExportEntry): readonly Paragraph[] {
  const { source, date, fileName } = reference;
  const facts = [
    `Source: ${source ?? 'not stated'}`,
    `Date: ${date === null ? 'not known' : dateWords(date)}`,
    `File: ${fileName}${briefing === null ? ' (not in the library any more)' : ''}`,
  ];
  return facts.map((fact) => textParagraph(fact, { style: 'Facts' }));
}
