import { describe, expect, it } from 'vitest';
import { textWriter } from '../../../../electron/export/text/plain-text.ts';
import { richTextOf } from '../../../../electron/export/text/rich-text.ts';
import type { ExportEntry } from '../../../../electron/shared/export/entry.ts';
import { referenceTo } from '../../../../electron/shared/model/reference-to.ts';
import { entrySource, exportEntries } from '../../../support/export/entries.ts';
import { written, writingOptions } from '../../../support/export/written.ts';
import { annotationOf, listingOf } from '../../shared/marks.ts';

async function richText(entries: readonly ExportEntry[]): Promise<{ text: string; html: string }> {
  const made = await richTextOf(entrySource(entries), writingOptions({ withText: true }));
  if (!made.ok) throw new Error(made.problem.message);
  return made.value;
}

function noteOf(note: string): ExportEntry {
  const marks = { annotations: [annotationOf(1, { note })], bookmarks: [] };
  return { reference: referenceTo(listingOf(1)), briefing: null, marks };
}

describe('richTextOf', () => {
  it('makes what it made before', async () => {
    await expect((await richText(exportEntries())).html).toMatchFileSnapshot(
      '../../../fixtures/export/txt/notes-with-text.html',
    );
  });

  it('has the plain text beside it', async () => {
    expect((await richText(exportEntries())).text).toBe(
      await written(textWriter, exportEntries(), { withText: true }),
    );
  });

  it('shows highlights in place, and the numbers of the notes', async () => {
    expect((await richText(exportEntries())).html).toContain(
      'The <span style="background-color:#ffe9a3">ferry to </span>' +
        '<span style="background-color:#cfe4ff">Valmar</span><sup>[4]</sup>' +
        '<span style="background-color:#cfe4ff"> left at noon</span><sup>[5]</sup>.',
    );
  });

  it('leaves hostile text text', async () => {
    const { html } = await richText(exportEntries());
    const elements = [...html.matchAll(/<([a-z0-9]+)([^>]*)>/g)];
    const known = /^(?:h1|h2|p|b|i|em|sup|span|blockquote|pre|code|br|hr|div|ul|li)$/;
    for (const [element, name, attributes] of elements) {
      expect(name, element).toMatch(known);
      expect(attributes, element).toMatch(/^(?: (?:dir|style|class)="[^"<]*")*$/);
    }
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('loads nothing and runs nothing that a note states', async () => {
    const note = '![x](https://example.org/x.png) [y](javascript:alert(1)) <img src=x onerror=a()>';
    const { html } = await richText([noteOf(note)]);
    expect(html).not.toMatch(/<img|href="javascript|<[^>]+ on/i);
  });

  it('refuses what is too much for a clipboard', async () => {
    const large = noteOf('ä'.repeat(900_000));
    expect((await richText([large, large])).text.length).toBeGreaterThan(1_800_000);
    const made = await richTextOf(entrySource([large, large, large]), writingOptions());
    expect(made.ok ? '' : made.problem.message).toMatch(/Choose fewer briefings/);
  });
});
