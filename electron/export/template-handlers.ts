import type { Handlers } from '../shared/ipc.ts';
import { everyMark } from '../shared/export/filter-marks.ts';
import { failure, success } from '../shared/result.ts';
import { collectEntries } from './collect-entries.ts';
import { type ExportingTools, writingOptionsOf } from './exporting-tools.ts';
import { previewTemplate } from './templates/preview-template.ts';
import type { TemplateStore } from './templates/template-store.ts';

type TemplateRequest = 'listTemplates' | 'saveTemplate' | 'removeTemplate' | 'previewTemplate';

/** The answers about the reader's templates. */
export function createTemplateHandlers(
  store: TemplateStore,
  tools: ExportingTools,
): Pick<Handlers, TemplateRequest> {
  return {
    listTemplates: async () => {
      const listed = await store.list();
      return listed.ok ? listed.value.templates : [];
    },
    saveTemplate: (template) => store.save(template),
    removeTemplate: ({ id }) => store.remove(id),
    previewTemplate: async ({ source, briefingId, withText }) => {
      const scope = { kind: 'briefing', briefingId } as const;
      const collected = await collectEntries({ scope, filter: everyMark, withText }, tools.sources);
      if (!collected.ok) return collected;
      for await (const entry of collected.value.entries()) {
        const options = writingOptionsOf({ withText, isBook: false }, '', tools);
        return success(previewTemplate(source, entry, options));
      }
      return failure({ kind: 'missing', message: 'This briefing is not in the library any more.' });
    },
  };
}
