import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import type { ExportEntry } from '../../../../electron/shared/export/entry.ts';
import { writeMarkdown } from '../../../../electron/shared/export/markdown.ts';
import type { Annotation, Target } from '../../../../electron/shared/model/annotation.ts';
import type { Briefing } from '../../../../electron/shared/model/briefing.ts';

const noon = Date.UTC(2026, 2, 4, 12, 0);
const briefingId = 'a'.repeat(32);

const briefing: Briefing = {
  headline: 'Valmar Reopens *Its* Port',
  dek: 'Ferries return after 44 days.',
  figures: [
    {
      caption: 'A ferry leaves the harbour.',
      credit: {
        agency: 'Reuters',
        photographer: 'Ana Lisk',
        source: null,
        via: null,
        flags: ['pool'],
        verbatim: 'REUTERS/Ana Lisk/Pool',
      },
      date: '2026-03-03',
      filePhoto: false,
      picture: null,
    },
  ],
  sections: [
    {
      heading: 'Overview',
      items: [
        { kind: 'bullet', text: 'The port reopened on Tuesday.', marker: '•' },
        { kind: 'bullet', text: 'Freight follows next week.', marker: '•' },
      ],
    },
  ],
  source: 'Harbour desk',
  date: { value: '2026-03-04', provenance: 'inferred', evidence: 'March 4' },
  language: 'en',
  furniture: [],
  warnings: [],
};

let created = 0;

function annotation(target: Target, note: string, color: Annotation['color'] = null): Annotation {
  created += 1;
  return {
    id: `00000000-0000-4000-8000-${String(created).padStart(12, '0')}`,
    briefingId,
    target,
    color,
    tags: [],
    note,
    createdAt: noon + created,
    modifiedAt: noon,
  };
}

function entry(annotations: readonly Annotation[], more: Partial<ExportEntry> = {}): ExportEntry {
  const { headline, source, date } = briefing;
  return {
    reference: {
      id: briefingId,
      fingerprint: 'b'.repeat(64),
      path: '/briefings/010_valmar.txt',
      fileName: '010_valmar.txt',
      headline,
      source,
      date,
    },
    briefing,
    marks: { annotations, bookmarks: [] },
    ...more,
  };
}

const passage: Target = {
  kind: 'passage',
  part: 'sections/0/items/1',
  quote: { type: 'TextQuoteSelector', exact: 'next week', prefix: 'Freight follows ', suffix: '.' },
  position: { type: 'TextPositionSelector', start: 16, end: 25 },
  fingerprint: null,
  repeated: false,
};

describe('writeMarkdown', () => {
  it('quotes a passage through several parts paragraph by paragraph', () => {
    const quote = { ...passage.quote, exact: 'on Tuesday.\nFreight # follows' };
    const text = writeMarkdown([entry([annotation({ ...passage, quote }, '')])]);
    expect(text).toContain('\n\n  > on Tuesday.\n  >\n  > Freight # follows\n');
  });

  it('writes a briefing with its notes, each with passage and place, and its bookmarks', () => {
    const text = writeMarkdown([
      entry([], {
        marks: {
          annotations: [
            { ...annotation(passage, 'Ask the **port** office.', 'green'), tags: ['trade/sea'] },
            annotation(
              { kind: 'part', part: 'figures/0', quote: 'A ferry leaves the harbour.' },
              'Use it.',
            ),
            annotation({ kind: 'briefing' }, 'First line.\n\n- a list'),
          ],
          bookmarks: [
            {
              id: '00000000-0000-4000-8000-0000000000ff',
              briefingId,
              place: {
                kind: 'part',
                part: 'sections/0/items/0',
                quote: 'The port reopened on Tuesday.',
              },
              createdAt: noon,
            },
          ],
        },
      }),
    ]);
    expect(text).toBe(`# Valmar Reopens \\*Its\\* Port

- Source: Harbour desk
- Date: 2026-03-04 (inferred from the text, “March 4”)
- File: \`010_valmar.txt\`

## Notes

- **The whole briefing** · 2026-03-04 12:00 UTC

  First line.

  - a list

- **Figure 1** · 2026-03-04 12:00 UTC

  > A ferry leaves the harbour.

  Credit: Reuters / Ana Lisk (pool)

  Use it.

- **Overview, bullet 2** · green · #trade/sea · 2026-03-04 12:00 UTC

  > next week

  Ask the **port** office.

## Bookmarks

- **Overview, bullet 1** · 2026-03-04 12:00 UTC: The port reopened on Tuesday.
`);
  });

  it('keeps the notes of a briefing whose file is gone, and says so', () => {
    const text = writeMarkdown([entry([annotation(passage, 'Still here.')], { briefing: null })]);
    expect(text).toContain('- File: `010_valmar.txt` (not in the library any more)');
    expect(text).toContain('**Section 1, item 2**');
    expect(text).toContain('  > next week\n\n  Still here.');
  });

  it('says where nothing is marked', () => {
    expect(writeMarkdown([entry([])])).toContain('No notes and no bookmarks.');
  });

  it('separates briefings by a rule', () => {
    expect(writeMarkdown([entry([]), entry([])]).split('\n\n---\n\n')).toHaveLength(2);
  });

  it('lets no note reach out of its list item, whatever is left open in it', () => {
    const piece = fc.constantFrom(
      ...[
        '```',
        '~~~',
        '<!--',
        '<div>',
        '<script>',
        '# Heading',
        '---',
        '===',
        '> quote',
        '- item',
      ],
      ...[
        '    code',
        '\tcode',
        '1. one',
        '| a | b |',
        '|---|---|',
        '[',
        '**',
        '`',
        'text',
        '',
        '***',
      ],
    );
    const note = fc
      .array(piece, { minLength: 1, maxLength: 8 })
      .map((lines) => lines.join('\n'))
      .filter((text) => text.trim() !== '');
    const structure = new MarkdownIt('commonmark');
    fc.assert(
      fc.property(note, note, (first, second) => {
        const whole: Target = { kind: 'briefing' };
        const text = writeMarkdown([
          entry([annotation(whole, first), annotation(whole, second)]),
          entry([annotation(whole, 'The last.')]),
        ]);
        const outline = structure
          .parse(text, {})
          .filter(({ level, type }) => level === 0 && !type.endsWith('_close'))
          .map(({ type, tag }) => (type === 'inline' ? '' : tag))
          .filter((tag) => tag !== '');
        const one = ['h1', 'ul', 'h2', 'ul'];
        expect(outline).toEqual([...one, 'hr', ...one]);
      }),
      { numRuns: 500 },
    );
  });
});
