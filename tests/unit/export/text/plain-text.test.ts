import { describe, expect, it } from 'vitest';
import { textWriter } from '../../../../electron/export/text/plain-text.ts';
import { referenceTo } from '../../../../electron/shared/model/reference-to.ts';
import { exportEntries, passageOf } from '../../../support/export/entries.ts';
import { written } from '../../../support/export/written.ts';
import { briefingOf } from '../../shared/briefings.ts';
import { annotationOf, listingOf } from '../../shared/marks.ts';

describe('textWriter', () => {
  it('writes what it wrote before', async () => {
    await expect(await written(textWriter, exportEntries())).toMatchFileSnapshot(
      '../../../fixtures/export/txt/notes.txt',
    );
    await expect(
      await written(textWriter, exportEntries(), { withText: true }),
    ).toMatchFileSnapshot('../../../fixtures/export/txt/notes-with-text.txt');
  });

  it('numbers the notes, and puts the numbers into the text', async () => {
    const text = await written(textWriter, exportEntries().slice(0, 1), { withText: true });
    expect(text).toContain('• The ferry to Valmar [4] left at noon [5].\n');
    expect(text).toContain(
      '[5] Overview, bullet 1 · blue: Claim · #travel/sea · 2026-03-05 10:03 UTC\n' +
        '“Valmar left at noon”\nOverlaps the one before it.\n',
    );
  });

  it('puts one number at the end of a passage that goes through two parts', async () => {
    const listing = listingOf(1);
    const briefing = briefingOf();
    const target = passageOf(briefing, 'sections/0/items/0', 'left at noon.', null);
    const exact = 'left at noon.\nThe ferry to Norland';
    const quote = { ...target.quote, exact, suffix: ' stays in port.\nMore follows.' };
    const position = { ...target.position, end: target.position.start + exact.length };
    const annotations = [annotationOf(1, { target: { ...target, quote, position } })];
    const entry = {
      reference: referenceTo(listing),
      briefing,
      marks: { annotations, bookmarks: [] },
    };
    expect(await written(textWriter, [entry], { withText: true })).toContain(
      '• The ferry to Valmar left at noon.\n• The ferry to Norland [1] stays in port.\n',
    );
  });

  it('has the text of a briefing only if it is wanted', async () => {
    expect(await written(textWriter, exportEntries())).not.toContain('More follows.');
  });

  it('wraps no line', async () => {
    const note = 'word '.repeat(1000).trim();
    const marks = { annotations: [annotationOf(1, { note })], bookmarks: [] };
    const entry = { reference: referenceTo(listingOf(1)), briefing: null, marks };
    expect((await written(textWriter, [entry])).split('\n')).toContain(note);
  });

  it('has no controls but line feeds and tabs', async () => {
    const note = '\u001b[31mred\u0007\r\nnext\u0085line\u0000\ttab';
    const marks = { annotations: [annotationOf(1, { note, tags: ['a\u001bb'] })], bookmarks: [] };
    const reference = referenceTo(listingOf(1, { headline: 'Red\u001b]0;x\u0007\nline' }));
    const text = await written(textWriter, [{ reference, briefing: null, marks }]);
    expect(text).not.toMatch(/[^\P{Cc}\n\t]/u);
    expect(text).toContain('[31mred\nnext\nline\ttab\n');
    expect(text).toMatch(/^Red\]0;x line\n/);
  });
});
