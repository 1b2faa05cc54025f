import type { ExportProgress } from '../shared/model/export.ts';

/** How an export is followed and given up. */
export interface ExportRun {
  readonly stop: AbortSignal;
  readonly progress: (progress: ExportProgress) => void;
}
