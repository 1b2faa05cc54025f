import { afterEach, describe, expect, it, vi } from 'vitest';
import { exportEntries } from '../../../support/export/entries.ts';
import type { ExportEntry } from '../../../../electron/shared/export/entry.ts';
import { entryWith } from './entry-with.ts';
import { documentBytes, openDocument, openedDocument } from './opened-document.ts';
import { pngOf } from './pictures.ts';
import { figureOf } from '../../shared/briefings.ts';

function everything(): readonly ExportEntry[] {
  const text = 'See the site.';
  const links = [{ start: 8, end: 12, target: 'https://example.org/' }];
  const linked = entryWith({
    figures: [figureOf({ picture: 'a.png' }), figureOf({ picture: 'a.png' })],
    sections: [
      {
        heading: null,
        items: [
          { kind: 'paragraph', text, marker: null, links },
          { kind: 'bullet', text, marker: '1.', links },
        ],
      },
    ],
  });
  return [...exportEntries(), linked];
}

const options = {
  isBook: true,
  picture: () => Promise.resolve({ mediaType: 'image/png', bytes: pngOf(9, 9) } as const),
};

/** The part that a part's relationships belong to, and the folder that they start from. */
function ownerOf(relationships: string): { readonly part: string; readonly folder: string } {
  const [, folder = '', name = ''] = /^(.*)_rels\/(.*)\.rels$/.exec(relationships) ?? [];
  return { part: `${folder}${name}`, folder };
}

describe('the package of a document', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('has every part that a relationship leads to, and a relationship for each that is used', async () => {
    const { names, parts } = await openedDocument(everything(), options);
    for (const [name, xml] of parts) {
      if (!name.endsWith('.rels')) continue;
      const { part, folder } = ownerOf(name);
      const relations = [...xml.matchAll(/<Relationship [^>]*>/g)].map(([relation]) => relation);
      const ids = relations.map((relation) => / Id="([^"]+)"/.exec(relation)?.[1]);
      expect(new Set(ids).size).toBe(ids.length);
      for (const relation of relations.filter((one) => !one.includes('External'))) {
        expect(names).toContain(`${folder}${/Target="([^"]+)"/.exec(relation)?.[1] ?? ''}`);
      }
      const used = [...(parts.get(part) ?? '').matchAll(/ r:(?:id|embed)="([^"]+)"/g)];
      for (const [, id] of used) expect(ids).toContain(id);
    }
    expect(parts.get('word/document.xml')).toContain('r:embed=');
    expect(parts.get('word/document.xml')).toContain('<w:hyperlink w:history="1" r:id="rIdLink1"');
  });

  it('declares the type of each part', async () => {
    const { names, parts } = await openedDocument(everything(), options);
    const types = parts.get('[Content_Types].xml') ?? '';
    for (const name of names.filter((one) => one !== '[Content_Types].xml')) {
      const extension = name.slice(name.lastIndexOf('.') + 1);
      const isDeclared =
        types.includes(`PartName="/${name}"`) || types.includes(`Extension="${extension}"`);
      expect([name, isDeclared]).toEqual([name, true]);
    }
  });

  it('has ids that are there once', async () => {
    const { body } = await openedDocument(everything(), options);
    const kinds = [/<w:bookmarkStart w:name="(\w+)"/g, /<w:bookmarkStart [^>]*w:id="(\d+)"/g];
    for (const kind of [...kinds, /<wp:docPr id="(\d+)"/g, /<w:commentRangeStart w:id="(\d+)"/g]) {
      const ids = [...body.matchAll(kind)].map(([, id]) => id);
      expect(ids.length).toBeGreaterThan(1);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('names only styles and lists that it has', async () => {
    const { body, parts } = await openedDocument(everything(), options);
    const comments = parts.get('word/comments.xml') ?? '';
    const used = [...`${body}${comments}`.matchAll(/<w:[pr]Style w:val="(\w+)"\/>/g)];
    for (const [, style] of used) {
      expect(parts.get('word/styles.xml')).toContain(` w:styleId="${style ?? ''}"`);
    }
    for (const [, list] of body.matchAll(/<w:numId w:val="([^"]*)"\/>/g)) {
      expect(parts.get('word/numbering.xml')).toContain(`<w:num w:numId="${list ?? ''}"`);
    }
  });

  it('is the same bytes for the same marks, whenever they are written', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 2, 6, 8) });
    const first = await documentBytes(everything(), options);
    vi.setSystemTime(Date.UTC(2031, 7, 9, 23, 59, 58));
    const second = await documentBytes(everything(), options);
    expect(Buffer.compare(first, second)).toBe(0);
  });

  it('states its title and no time', async () => {
    const { parts } = await openedDocument([], { title: 'A <b>\u0000 & “c”\nd' });
    const properties = parts.get('docProps/core.xml');
    expect(properties).toContain('<dc:title>A &lt;b&gt; &amp; “c” d</dc:title>');
    expect(properties).not.toContain('dcterms');
  });

  it.each([
    ['text', {}],
    ['notes', { withText: false }],
    ['book', { isBook: true }],
  ])('writes what it wrote before: %s', async (name, changes) => {
    const { parts } = openDocument(await documentBytes(exportEntries(), changes));
    const shown = ['word/document.xml', 'word/comments.xml']
      .map(
        (part) =>
          `${part}\n${(parts.get(part) ?? 'none').replaceAll(/(?=<w:(?:p|tbl|comment)[ >])/g, '\n')}\n`,
      )
      .join('\n');
    await expect(shown).toMatchFileSnapshot(`../../../fixtures/export/docx/${name}.xml.txt`);
  });
});
