import type { Handlers } from '../shared/ipc.ts';
import type { ExportProgress, ExportRequest } from '../shared/model/export.ts';
import { type Result, success } from '../shared/result.ts';
import type { Problem } from '../shared/model/problem.ts';
import type { ExportingTools } from './exporting-tools.ts';
import { prepareExport } from './prepare-export.ts';
import { previewExport } from './preview-export.ts';
import { type AskWhere, saveExport } from './save-export.ts';
import { richTextOf } from './text/rich-text.ts';

/** What the window has besides. */
export interface WindowTools {
  readonly askWhere: AskWhere;
  readonly progress: (progress: ExportProgress) => void;
  readonly copy: (text: string, html: string) => Promise<void>;
}

type ExportingRequest = 'previewExport' | 'saveExport' | 'stopExport' | 'copyExport';

async function copyExport(
  request: ExportRequest,
  tools: ExportingTools,
  copy: WindowTools['copy'],
): Promise<Result<null, Problem>> {
  const prepared = await prepareExport(request, tools);
  if (!prepared.ok) return prepared;
  const { entries, options } = prepared.value;
  const made = await richTextOf(entries, options);
  if (!made.ok) return made;
  await copy(made.value.text, made.value.html);
  return success(null);
}

/** The answers to what the page asks about exports. One is under way at a time. */
export function createExporting(
  tools: ExportingTools,
  { askWhere, progress, copy }: WindowTools,
): Pick<Handlers, ExportingRequest> {
  let stopping = new AbortController();
  return {
    previewExport: (request) => previewExport(request, tools),
    saveExport: (request) => {
      stopping = new AbortController();
      return saveExport(request, tools, askWhere, { stop: stopping.signal, progress });
    },
    stopExport: () => {
      stopping.abort();
      return null;
    },
    copyExport: (request) => copyExport(request, tools, copy),
  };
}
