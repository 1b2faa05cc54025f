import { everyMark } from '../../electron/shared/export/filter-marks.ts';
import type { ExportForm } from '../../electron/shared/model/export.ts';

/** The form of export that is offered first: all notes as one Markdown file. */
export const firstForm: ExportForm = {
  format: 'markdown',
  filter: everyMark,
  withText: false,
  layout: 'file',
  isBook: false,
  templateId: null,
};
