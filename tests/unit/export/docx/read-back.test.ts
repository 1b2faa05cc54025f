import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parseWord } from '../../../../electron/library/formats/word/parse-word.ts';
import { exportEntries, hostileHeadline } from '../../../support/export/entries.ts';
import { fileOf, linkedTexts, parsed } from '../../../support/formats/parsed.ts';
import { entryWith } from './entry-with.ts';
import { documentBytes } from './opened-document.ts';

const run = promisify(execFile);

function has(command: string, question: string): boolean {
  try {
    execFileSync(command, [question], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** The text of a document as LibreOffice sets it on pages, in any white space. */
async function textOnPages(bytes: Uint8Array): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'readout-docx-'));
  try {
    await writeFile(path.join(folder, 'a.docx'), bytes);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const to = ['--headless', '--convert-to', 'pdf', '--outdir', folder];
    await run('soffice', [profile, ...to, path.join(folder, 'a.docx')]);
    await run('pdftotext', ['-layout', path.join(folder, 'a.pdf'), path.join(folder, 'a.txt')]);
    return (await readFile(path.join(folder, 'a.txt'), 'utf8')).replaceAll(/\s+/g, ' ');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

describe('a document that is opened again', () => {
  it('has the words, headings, lists, tables and links of the briefing for the app', async () => {
    const text = 'See the site for more.';
    const items = [
      {
        kind: 'paragraph',
        text,
        marker: null,
        links: [{ start: 8, end: 12, target: 'https://example.org/' }],
      },
      { kind: 'quote', text: 'We wait.', marker: null },
      { kind: 'code', text: 'a = 1\n  b', marker: null },
      { kind: 'bullet', text: 'outer', marker: '•' },
      { kind: 'bullet', text: 'inner', marker: '•', level: 2 },
      {
        kind: 'row',
        text: 'Port\tSail',
        marker: null,
        cells: [
          { start: 0, end: 4, isHeading: false },
          { start: 5, end: 9, isHeading: false },
        ],
      },
    ] as const;
    const entry = entryWith({ dek: null, sections: [{ heading: 'Overview', items }] });
    const bytes = await documentBytes([entry]);
    const briefing = await parsed(parseWord(fileOf(bytes, 'a.docx')));
    expect(briefing.headline).toBe('Ferries of Norland run again');
    const section = briefing.sections.find(({ heading }) => heading === 'Overview');
    expect(section?.items.map(({ kind, level, text: words }) => [kind, level ?? 1, words])).toEqual(
      items.map((item) => [item.kind, 'level' in item ? item.level : 1, item.text]),
    );
    expect(linkedTexts(briefing)).toEqual([{ words: 'site', target: 'https://example.org/' }]);
  });

  it('has hostile text as text, and the notes as comments, for the app', async () => {
    const bytes = await documentBytes(exportEntries().slice(1, 2));
    const briefing = await parsed(parseWord(fileOf(bytes, 'a.docx')));
    expect(briefing.headline).toBe(hostileHeadline);
    const headings = briefing.sections.map(({ heading }) => heading);
    expect(headings).toContain('<img src=x onerror=alert(1)>');
    expect(headings).toContain('Comments');
    expect(JSON.stringify(briefing)).toContain('<script>alert(1)</script>');
  });

  it.skipIf(!has('soffice', '--version') || !has('pdftotext', '-v'))(
    'has the same words on the pages of LibreOffice',
    { timeout: 120_000 },
    async () => {
      const shown = await textOnPages(await documentBytes(exportEntries(), { isBook: true }));
      const expected = [
        'Ferries of Norland, part 1',
        'The storm is over.',
        'The ferry to Valmar left at noon.',
        '{{ 7 | times: 7 }} *a* [b](c)',
        '<img src=x onerror=alert(1)>',
        'Notes without a place',
        'It is not there any more at all.',
        'Index of tags',
        'travel/sea',
      ];
      for (const words of expected) expect(shown).toContain(words);
    },
  );
});
