import { describe, expect, it } from 'vitest';
import { markdownWriter } from '../../../../electron/export/templates/markdown-writer.ts';
import type { ExportEntry } from '../../../../electron/shared/export/entry.ts';
import { exportEntries } from '../../../support/export/entries.ts';
import { firstEntry, writingOptions } from './writing.ts';
import { written } from './written.ts';

const readers = (source: string): ReturnType<typeof markdownWriter> => markdownWriter({ source });

describe('markdownWriter', () => {
  it('puts a rule between what a template makes of each briefing', async () => {
    const text = await written(
      readers('{{ briefing.source | code }}\n\n\n'),
      exportEntries(),
      writingOptions(),
    );
    expect(text).toBe('`Harbour Post`\n\n---\n\n`+cmd|calc`\n\n---\n\n`Harbour Post`\n');
  });

  it('leaves out briefings of which a template makes nothing', async () => {
    const writer = readers('{% if briefing.is_missing %}{{ briefing.headline }}{% endif %}');
    expect(await written(writer, exportEntries(), writingOptions())).toBe(
      'Bridges of Norland close\n',
    );
  });

  it('tells a template whether it has the file for itself', async () => {
    const writer = readers('{{ is_alone }}');
    expect(await written(writer, [firstEntry()], writingOptions())).toBe('true\n');
    expect(await written(writer, exportEntries(), writingOptions())).toContain('false\n\n---');
  });

  it('fails with the place of what is wrong', async () => {
    await expect(
      written(readers('{{ tags }}\n{{ tags | nope }}'), exportEntries(), writingOptions()),
    ).rejects.toThrow('The template does not work, line 2, column 1. There is no filter “nope”.');
    await expect(
      written(readers('\n\n {{ nope }}'), exportEntries(), writingOptions()),
    ).rejects.toThrow('line 3, column 5. There is no variable “nope”.');
  });

  it('keeps nothing of what it has written', async () => {
    const entry = firstEntry();
    const note = 'All of it. '.repeat(2_000);
    const count = 2_000;
    const source = async function* many(): AsyncGenerator<ExportEntry> {
      for (let index = 0; index < count; index += 1) {
        const annotations = entry.marks.annotations.map((one) => ({
          ...one,
          note: note + String(index),
        }));
        yield await Promise.resolve({ ...entry, marks: { ...entry.marks, annotations } });
      }
    };
    let length = 0;
    let most = 0;
    const before = process.memoryUsage().heapUsed;
    for await (const piece of markdownWriter('markdown')(source, writingOptions())) {
      length += piece.length;
      most = Math.max(most, process.memoryUsage().heapUsed - before);
    }
    // What was written is more than the memory that was ever taken.
    expect(length).toBeGreaterThan(200_000_000);
    expect(most).toBeLessThan(120_000_000);
  }, 60_000);
});
