import type { Briefing, Section, Warning } from '../../../shared/model/briefing.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { failure, type Result, success } from '../../../shared/result.ts';
import { decodeText } from '../../decode.ts';
import type { BriefingFile } from '../briefing-file.ts';
import { isoDay } from '../calendar.ts';
import { languageOf, languageTag } from '../language.ts';
import { firstFault } from './first-fault.ts';
import { parseValue } from './parse-value.ts';
import { unknownFields } from './unknown-fields.ts';
import { type WrittenBriefing, writtenBriefingSchema } from './written-briefing.ts';
import { newestCaption, toDate } from './written-date.ts';
import { localPicture, toFigure } from './written-figure.ts';
import { misplacedField, toItem } from './written-item.ts';

/** How many fields a warning names. */
const mostNamed = 10;

function toSection({ heading, level, page, items = [] }: WrittenSections[number]): Section {
  const title = heading?.trim() ?? '';
  return {
    heading: title === '' ? null : title,
    items: items.map(toItem).filter(({ kind, text }) => kind === 'row' || text !== ''),
    ...(level === undefined ? {} : { level }),
    ...(page === undefined ? {} : { page }),
  };
}

type WrittenSections = NonNullable<WrittenBriefing['sections']>;

/** A fault that the schema does not see: a day that is not in the calendar, words that are not there. */
function hiddenFault({ date, sections = [] }: WrittenBriefing): string | null {
  const day = typeof date === 'string' ? date : date?.value;
  if (day !== undefined && isoDay(...partsOfDay(day)) === null) {
    return 'At date there has to be a day of the calendar.';
  }
  for (const [section, { items = [] }] of sections.entries()) {
    for (const [index, item] of items.entries()) {
      const field = typeof item === 'string' ? null : misplacedField(item);
      if (field === null) continue;
      const place = `sections[${section}].items[${index}].${field}`;
      return `At ${place} there have to be places inside of the text, one after the other.`;
    }
  }
  return null;
}

function partsOfDay(day: string): [number, number, number] {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return [year, month, date];
}

function leftOut(value: unknown, { figures = [] }: WrittenBriefing): readonly Warning[] {
  const fields = unknownFields(value);
  const pictures = figures.flatMap(({ picture }) =>
    picture == null || localPicture(picture) !== null ? [] : [picture],
  );
  const list = (names: readonly string[]): string =>
    names.length > mostNamed
      ? `${names.slice(0, mostNamed).join(', ')} and ${names.length - mostNamed} more`
      : names.join(', ');
  return [
    ...(fields.length === 0 ? [] : [`Fields that are not known are left out: ${list(fields)}.`]),
    ...(pictures.length === 0
      ? []
      : [`Pictures that do not lie beside the file are left out: ${list(pictures)}.`]),
  ].map((message): Warning => ({ kind: 'left out', message }));
}

function toBriefing(written: WrittenBriefing, value: unknown, file: BriefingFile): Briefing {
  const date = toDate(written, file);
  const reference = newestCaption(written)?.day ?? date?.value ?? null;
  const sections = (written.sections ?? []).map(toSection);
  const texts = sections.flatMap(({ items }) => items.map(({ text }) => text));
  const language =
    written.language === undefined
      ? languageOf([written.headline, ...texts.slice(0, 100)].join('\n'))
      : languageTag(written.language);
  return {
    headline: written.headline.replace(/\s*[\n\r\u0085\u2028\u2029]\s*/g, ' ').trim(),
    dek: written.dek ?? null,
    figures: (written.figures ?? []).map((figure) => toFigure(figure, reference)),
    sections,
    source: written.source ?? null,
    date,
    language,
    furniture: written.furniture ?? [],
    warnings: [...(written.warnings ?? []), ...leftOut(value, written)],
  };
}

function notABriefing({ fileName }: BriefingFile, reason: string): Result<never, Problem> {
  const advice = 'Mend it there; to read the file as it is, give its name the ending .txt.';
  const message = `${fileName} cannot be shown as a briefing. ${reason} ${advice}`;
  return failure({ kind: 'unreadable', message });
}

/** Parses a briefing that is written as JSON. Never throws. */
export function parseJson(file: BriefingFile): Promise<Result<Briefing, Problem>> {
  return Promise.resolve(parse(file));
}

function parse(file: BriefingFile): Result<Briefing, Problem> {
  const { text, binary } = decodeText(file.bytes);
  if (binary)
    return failure({ kind: 'unreadable', message: `${file.fileName} is not a text file.` });
  const value = parseValue(text);
  if (!value.ok) return notABriefing(file, value.problem);
  if (Array.isArray(value.value)) {
    return notABriefing(file, 'It is a list. Save each briefing as a file of its own.');
  }
  const written = writtenBriefingSchema.safeParse(value.value);
  if (!written.success) return notABriefing(file, firstFault(written.error.issues));
  const hidden = hiddenFault(written.data);
  return hidden === null
    ? success(toBriefing(written.data, value.value, file))
    : notABriefing(file, hidden);
}
