import type { Library } from '../library/library.ts';
import type { Settings } from '../shared/model/settings.ts';
import type { ExportSources } from './collect-entries.ts';
import type { WritingOptions } from './format-writer.ts';
import type { ChooseWriter } from './writers.ts';

/** What an export works with, in the window and on the command line. */
export interface ExportingTools {
  readonly sources: ExportSources & { readonly library: Pick<Library, 'picture'> };
  readonly settings: () => Pick<Settings, 'colorNames'>;
  readonly chooseWriter: ChooseWriter;
  /** Where is kept what was exported to folders last, by its absolute path. */
  readonly recordFolder: string;
  /** The day, `YYYY-MM-DD`. */
  readonly today: () => string;
}

/** What a writer is told, for an export of this form and title. */
export function writingOptionsOf(
  { withText, isBook }: Pick<WritingOptions, 'withText' | 'isBook'>,
  title: string,
  { sources, settings, today }: ExportingTools,
): WritingOptions {
  return {
    withText,
    isBook,
    title,
    today: today(),
    colorNames: settings().colorNames,
    picture: async (briefingId, figure) => {
      const picture = await sources.library.picture(briefingId, figure);
      return picture.ok ? picture.value : null;
    },
  };
}
