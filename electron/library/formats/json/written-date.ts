import type { BriefingDate } from '../../../shared/model/briefing.ts';
import type { BriefingFile } from '../briefing-file.ts';
import { resolveDay } from '../calendar.ts';
import { dateOf } from '../date.ts';
import type { WrittenBriefing, WrittenFigure } from './written-briefing.ts';
import { writtenCaption } from './written-figure.ts';

interface FoundDay {
  readonly day: string;
  readonly evidence: string;
}

/** The day of a photo made for the story, with its year; `null` where the figure states none. */
function dayOf(figure: WrittenFigure): FoundDay | null {
  const caption = writtenCaption(figure);
  const isOld = figure.filePhoto ?? caption?.filePhoto ?? false;
  if (isOld || figure.date === null) return null;
  if (figure.date !== undefined) return { day: figure.date, evidence: figure.date };
  const stated = caption?.day ?? null;
  if (stated?.year == null) return null;
  const day = resolveDay(stated, null);
  return day === null ? null : { day, evidence: stated.evidence };
}

/** The newest day that a photo made for the story was taken on. */
export function newestCaption({ figures = [] }: WrittenBriefing): FoundDay | null {
  const days = figures.flatMap((figure) => dayOf(figure) ?? []);
  return days.toSorted((one, other) => (one.day < other.day ? 1 : -1))[0] ?? null;
}

/** The briefing's date as it is written, or where it is left out as found elsewhere. */
export function toDate(written: WrittenBriefing, file: BriefingFile): BriefingDate | null {
  const { date, dek, sections = [] } = written;
  if (date === null) return null;
  if (typeof date === 'object') return date;
  if (date !== undefined) return { value: date, provenance: 'front matter', evidence: date };
  const items = sections[0]?.items ?? [];
  const texts = items.map((item) => (typeof item === 'string' ? item : item.text));
  return dateOf({
    frontMatter: null,
    fileName: file.fileName,
    newestCaption: newestCaption(written),
    texts: dek == null ? texts : [dek, ...texts],
    modifiedAt: file.modifiedAt,
  });
}
