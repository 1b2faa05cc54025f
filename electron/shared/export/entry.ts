import type { BriefingReference, Marks } from '../model/annotation.ts';
import type { Briefing } from '../model/briefing.ts';

/** One briefing of an export with the reader's marks on it. */
export interface ExportEntry {
  readonly reference: BriefingReference;
  /** `null` where the file is gone: the marks are exported all the same. */
  readonly briefing: Briefing | null;
  readonly marks: Marks;
}
