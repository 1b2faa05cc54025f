import { describe, expect, it } from 'vitest';
import type { Picture } from '../../../../electron/shared/model/listing.ts';
import { figureOf } from '../../shared/briefings.ts';
import { entryWith } from './entry-with.ts';
import { openedDocument } from './opened-document.ts';
import { jpegOf, pngOf } from './pictures.ts';

const entry = entryWith({
  figures: [
    figureOf({ picture: 'a.png', caption: 'A "quay" <of> {Valmar}' }),
    figureOf({ picture: null }),
    figureOf({ picture: 'c.webp' }),
  ],
});

function pictureOf(bytes: Uint8Array<ArrayBuffer>): Picture {
  return { mediaType: 'image/png', bytes };
}

describe('figures of a document', () => {
  it('have the picture with its size, its description and its bytes', async () => {
    const asked: number[] = [];
    const { body, names, paragraphs } = await openedDocument([entry], {
      picture: (_, figure) => {
        asked.push(figure);
        return Promise.resolve(figure === 0 ? pictureOf(pngOf(1202, 100)) : null);
      },
    });
    expect(asked).toEqual([0, 2]);
    expect(names.filter((name) => name.startsWith('word/media/'))).toHaveLength(1);
    expect(body).toContain(`<wp:extent cx="${601 * 9525}" cy="${50 * 9525}"/>`);
    expect(body).toContain('descr="A &quot;quay&quot; &lt;of&gt; (Valmar)"');
    expect(paragraphs.filter(({ style }) => style === 'Caption')).toHaveLength(3);
  });

  it('have their caption alone where Word does not show the picture', async () => {
    const webp = pictureOf(new TextEncoder().encode('RIFF....WEBPVP8 '));
    const { names, paragraphs } = await openedDocument([entry], {
      picture: () => Promise.resolve(webp),
    });
    expect(names.filter((name) => name.startsWith('word/media/'))).toEqual([]);
    expect(paragraphs.map(({ text }) => text)).toContain('A "quay" <of> {Valmar} (uncredited)');
  });

  it('go by the bytes, not by what is said of them', async () => {
    const { names } = await openedDocument([entry], {
      picture: () => Promise.resolve(pictureOf(jpegOf(20, 10))),
    });
    expect(names.filter((name) => name.endsWith('.jpg'))).toHaveLength(1);
  });
});
