import type { ExportEntry } from '../../shared/export/entry.ts';
import type { Briefing, BriefingDate, Figure } from '../../shared/model/briefing.ts';
import { formatCredit } from '../../shared/model/part.ts';
import type { WritingOptions } from '../format-writer.ts';
import {
  type AnnotationVariables,
  annotationsOf,
  type BookmarkVariables,
  bookmarksOf,
} from './annotation-variables.ts';
import { type BlockVariables, textOf } from './text-variables.ts';

/** A figure as templates see it. */
interface FigureVariables {
  readonly number: number;
  readonly caption: string | null;
  readonly credit: string;
  readonly date: string | null;
  readonly is_file_photo: boolean;
}

/** A section as templates see it. */
interface SectionVariables {
  readonly heading: string | null;
  readonly level: number;
  readonly items: readonly { readonly kind: string; readonly text: string }[];
}

/** A briefing as templates see it. */
interface BriefingVariables {
  readonly id: string;
  readonly headline: string;
  readonly dek: string | null;
  readonly source: string | null;
  /** `YYYY-MM-DD`. */
  readonly date: string | null;
  /** Where the date comes from: `from the front matter`, `inferred from the text`. */
  readonly date_basis: string | null;
  /** What was read as the date, verbatim. */
  readonly date_evidence: string | null;
  readonly language: string | null;
  readonly file_name: string;
  readonly path: string;
  /** Its file is not in the library any more. */
  readonly is_missing: boolean;
  readonly figures: readonly FigureVariables[];
  readonly sections: readonly SectionVariables[];
}

/** All that a template can use; `docs/templates.md` is about each of them. */
export interface TemplateVariables {
  readonly briefing: BriefingVariables;
  /** In the order of the text. */
  readonly annotations: readonly AnnotationVariables[];
  readonly bookmarks: readonly BookmarkVariables[];
  /** The tags of the annotations, each once, as they come. */
  readonly tags: readonly string[];
  readonly with_text: boolean;
  /** Empty without `with_text`, and where the briefing is gone. */
  readonly text: readonly BlockVariables[];
  /** The briefing has the file for itself. */
  readonly is_alone: boolean;
}

/** What a template is told. */
export type TemplateOptions = Pick<WritingOptions, 'withText' | 'colorNames'>;

function basisOf({ provenance }: BriefingDate): string {
  return provenance === 'inferred' ? 'inferred from the text' : `from the ${provenance}`;
}

function figureOf({ caption, credit, date, filePhoto }: Figure, index: number): FigureVariables {
  return {
    number: index + 1,
    caption,
    credit: formatCredit(credit),
    date,
    is_file_photo: filePhoto,
  };
}

type DateVariables = Pick<BriefingVariables, 'date' | 'date_basis' | 'date_evidence'>;

function dateOf(date: BriefingDate | null): DateVariables {
  if (date === null) return { date: null, date_basis: null, date_evidence: null };
  return { date: date.value, date_basis: basisOf(date), date_evidence: date.evidence };
}

type ContentVariables = Pick<BriefingVariables, 'dek' | 'language' | 'figures' | 'sections'>;

/** What only the file says. */
function contentOf(briefing: Briefing | null): ContentVariables {
  if (briefing === null) return { dek: null, language: null, figures: [], sections: [] };
  const { dek, language, figures, sections } = briefing;
  return {
    dek,
    language,
    figures: figures.map(figureOf),
    sections: sections.map(({ heading, items, level = 2 }) => ({
      heading,
      level,
      items: items.map(({ kind, text }) => ({ kind, text })),
    })),
  };
}

function briefingOf({ reference, briefing }: ExportEntry): BriefingVariables {
  const { id, headline, source, date, fileName, path } = reference;
  return {
    id,
    headline,
    source,
    ...dateOf(date),
    file_name: fileName,
    path,
    is_missing: briefing === null,
    ...contentOf(briefing),
  };
}

/** An entry as plain data for a template. */
export function templateVariables(
  entry: ExportEntry,
  { withText, colorNames }: TemplateOptions,
  isAlone: boolean,
): TemplateVariables {
  const annotations = annotationsOf(entry, colorNames);
  return {
    briefing: briefingOf(entry),
    annotations,
    bookmarks: bookmarksOf(entry),
    tags: [...new Set(annotations.flatMap(({ tags }) => tags))],
    with_text: withText,
    text: withText ? textOf(entry, annotations) : [],
    is_alone: isAlone,
  };
}
