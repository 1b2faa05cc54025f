import { getDocumentProxy } from 'unpdf';
import { type PageLine, type PlacedLink, type PlacedText, toPageLines } from './page-lines.ts';

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;
type Page = Awaited<ReturnType<Document['getPage']>>;

/** What a PDF says, page by page. */
export interface PdfContents {
  readonly pages: readonly (readonly PageLine[])[];
  /** What the file's list of facts says; `null` for what it does not. */
  readonly title: string | null;
  /** As written: `D:20251119120000Z`. */
  readonly created: string | null;
  readonly language: string | null;
}

/** Nothing is fetched: neither fonts nor tables of characters. Pictures are not looked at. */
const options = {
  useSystemFonts: false,
  disableFontFace: true,
  useWorkerFetch: false,
  enableXfa: false,
  stopAtErrors: false,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  useWasm: false,
  verbosity: 0,
} as const;

async function textsOf(page: Page): Promise<readonly PlacedText[]> {
  const { items } = await page.getTextContent();
  return items.flatMap((item) => {
    if (!('str' in item)) return [];
    const [, , skew = 0, scale = 0, x = 0, y = 0] = item.transform.map(Number);
    const size = Math.hypot(skew, scale);
    return [{ text: item.str, x, y, width: item.width, size, endsLine: item.hasEOL }];
  });
}

async function linksOf(page: Page): Promise<readonly PlacedLink[]> {
  const annotations: readonly unknown[] = await page.getAnnotations();
  return annotations.flatMap((annotation) => {
    if (typeof annotation !== 'object' || annotation === null) return [];
    const target: unknown = Reflect.get(annotation, 'unsafeUrl') ?? Reflect.get(annotation, 'url');
    const place: unknown = Reflect.get(annotation, 'rect');
    if (typeof target !== 'string' || !Array.isArray(place)) return [];
    const [x = 0, y = 0, otherX = 0, otherY = 0] = place.map(Number);
    return [
      {
        target,
        left: Math.min(x, otherX),
        right: Math.max(x, otherX),
        bottom: Math.min(y, otherY),
        top: Math.max(y, otherY),
      },
    ];
  });
}

async function linesOf(document: Document, number: number): Promise<readonly PageLine[]> {
  const page = await document.getPage(number);
  try {
    return toPageLines(await textsOf(page), await linksOf(page));
  } finally {
    page.cleanup();
  }
}

function textAt(facts: object, name: string): string | null {
  const value: unknown = Reflect.get(facts, name);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/**
 * Reads the text of a PDF with its places.
 *
 * @throws pdf.js's errors: `PasswordException`, `InvalidPDFException` and others.
 */
export async function openPdf(bytes: Uint8Array): Promise<PdfContents> {
  // A copy, because pdf.js takes the memory that it is given for itself.
  const document = await getDocumentProxy(Uint8Array.from(bytes), options);
  try {
    const { info } = await document.getMetadata();
    const pages: (readonly PageLine[])[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      pages.push(await linesOf(document, number));
    }
    return {
      pages,
      title: textAt(info, 'Title'),
      created: textAt(info, 'CreationDate'),
      language: textAt(info, 'Language'),
    };
  } finally {
    await document.loadingTask.destroy();
  }
}
