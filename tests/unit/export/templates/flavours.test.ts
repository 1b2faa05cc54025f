import { describe, expect, it } from 'vitest';
import type { Flavour } from '../../../../electron/export/templates/flavours.ts';
import { markdownWriter } from '../../../../electron/export/templates/markdown-writer.ts';
import { renderEntry } from '../../../../electron/export/templates/render-entry.ts';
import { writeMarkdown } from '../../../../electron/shared/export/markdown.ts';
import { entrySource, exportEntries } from '../../../support/export/entries.ts';
import { written } from './written.ts';
import { firstEntry, writingOptions } from './writing.ts';

const flavours: readonly Flavour[] = ['markdown', 'obsidian', 'logseq'];
const contents = [
  { name: 'notes', withText: false },
  { name: 'text', withText: true },
];

describe.each(flavours)('%s', (flavour) => {
  it.each(contents)('writes $name of several briefings into one file', async (content) => {
    const text = await written(
      markdownWriter(flavour),
      exportEntries(),
      writingOptions({ withText: content.withText }),
    );
    await expect(text).toMatchFileSnapshot(golden(flavour, `all-${content.name}`));
  });

  it.each(contents)('writes $name of a briefing into its own file', async ({ name, withText }) => {
    const entry = firstEntry();
    const made = renderEntry(entry, flavour, writingOptions({ withText }));
    await expect(made.ok && made.value).toMatchFileSnapshot(golden(flavour, `one-${name}`));
    expect(await written(markdownWriter(flavour), [entry], writingOptions({ withText }))).toBe(
      made.ok && made.value,
    );
  });

  it('says where nothing is marked', async () => {
    const entries = exportEntries().map((entry) => ({
      ...entry,
      marks: { annotations: [], bookmarks: [] },
    }));
    const text = await written(markdownWriter(flavour), entries, writingOptions());
    expect(text.split('No notes and no bookmarks.')).toHaveLength(4);
  });

  it('writes nothing of no briefings', async () => {
    expect(await written(markdownWriter(flavour), [], writingOptions())).toBe('');
  });

  it('takes a time that is none', () => {
    const entry = firstEntry();
    const annotations = entry.marks.annotations.map((one) => ({ ...one, modifiedAt: 1e300 }));
    const broken = { ...entry, marks: { ...entry.marks, annotations } };
    expect(renderEntry(broken, flavour, writingOptions()).ok).toBe(true);
  });
});

function golden(flavour: Flavour, name: string): string {
  return `../../../fixtures/export/${flavour}/${name}.md`;
}

describe('plain Markdown', () => {
  it('is what is copied from the app, with a mark behind the first line of each note', async () => {
    const text = await written(markdownWriter('markdown'), exportEntries(), writingOptions());
    expect(text).toContain('<!-- rd-');
    expect(text.replaceAll(/ <!-- rd-[0-9a-f]{12} -->$/gm, '')).toBe(
      writeMarkdown(exportEntries()),
    );
  });

  it('goes through the briefings once, one after the other', async () => {
    const events: string[] = [];
    const source = async function* count() {
      for await (const entry of entrySource(exportEntries())()) {
        events.push('read');
        yield entry;
      }
    };
    for await (const piece of markdownWriter('markdown')(source, writingOptions()))
      events.push(piece.length > 0 ? 'written' : 'empty');
    // The first waits for the second, to know whether it is alone.
    expect(events).toEqual(['read', 'read', 'written', 'written', 'read', 'written']);
  });
});
