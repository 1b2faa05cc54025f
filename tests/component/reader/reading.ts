import { expect } from 'vitest';
import { type Locator, page, userEvent } from 'vitest/browser';
import type { Annotation, Color } from '../../../electron/shared/model/annotation.ts';
import type { Briefing } from '../../../electron/shared/model/briefing.ts';
import { partsOf } from '../../../electron/shared/model/part.ts';
import type { Picture } from '../../../electron/shared/model/listing.ts';
import type { ReadingView } from '../../../renderer/reader/reading-view.ts';
import '../../../renderer/reader/reading-view.ts';
import type { FakeDesktop } from '../../support/fake-desktop.ts';
import { mountLoaded, type Mounted, type MountOptions } from '../support/mount.ts';
import { passageIn } from '../../support/passages.ts';
import { annotation, briefingId, listing, openedBriefing, section } from '../support/stories.ts';

/** The open briefing; notes are articles too. */
export const article = page
  .getByRole('article')
  .filter({ has: page.getByRole('heading', { level: 1 }) });

/** The bar at a selected passage. */
export const toolbar = page.getByRole('toolbar', { name: 'Selected passage' });

/** Texts of the first invented briefing. */
export const texts = {
  headline: 'Ferries of Norland, part 1',
  dek: 'Two ships return to the northern line after a winter of repairs.',
  bullet: 'The ferry runs again on weekdays.',
  secondBullet: 'Tickets cost what they did before the winter.',
} as const;

const pixelFile =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** A picture of one pixel. */
export const pixel: Picture = {
  mediaType: 'image/png',
  bytes: Uint8Array.from(atob(pixelFile), (byte) => byte.codePointAt(0) ?? 0),
};

/** `Line 7 of the timetable.` */
export function lineOf(index: number): string {
  return `Line ${index} of the timetable.`;
}

/** A section that is taller than any window of the tests: its bullets are `lineOf` 0 to 79. */
export const longSection = section(
  'Timetable',
  ...Array.from({ length: 80 }, (_, index) => lineOf(index)),
);

/** Shows one briefing in a reading view of its own; `changes` is what it says. */
export async function read(
  changes: Partial<Briefing> = {},
  options: MountOptions = {},
): Promise<Mounted<ReadingView>> {
  const library = [openedBriefing(1, changes)];
  const view = await mountLoaded('readout-reading-view', {
    library,
    ...options,
    open: briefingId(1),
  });
  await expect.element(article).toBeVisible();
  return view;
}

/** A yellow highlight, without a note, of the first `quote` in a briefing, as a reader makes it. */
export function markIn(
  book: Briefing,
  number: number,
  quote: string,
  changes: Partial<Annotation> = {},
): Annotation {
  const target = passageIn(partsOf(book), quote, listing(1).fingerprint);
  return annotation(number, { target, color: 'yellow', note: '', ...changes });
}

/** Puts annotations into the fake before anything is asked. */
export function withMarks(...marks: readonly Annotation[]): Pick<MountOptions, 'prepare'> {
  return {
    prepare: ({ annotations }: FakeDesktop) => {
      for (const mark of marks) annotations.set(mark.id, mark);
    },
  };
}

/** The words of a part, without its tools. */
export function textOf(words: string): Locator {
  return article.getByText(words, { exact: true });
}

/** The part with these words: the headline, the dek, a figure, a heading or an item. */
export function partWith(words: string): Locator {
  const having = { has: page.getByText(words, { exact: true }) };
  return article
    .getByRole('listitem')
    .filter(having)
    .or(article.getByRole('heading').filter(having))
    .or(article.getByRole('figure').filter(having))
    .or(article.getByRole('paragraph').filter(having));
}

/** The place of the first `quote` in an element that shows nothing but a part's text. */
function rangeOf(text: Locator, quote: string): Range {
  const node = [...text.element().childNodes].find((child) => child.textContent?.includes(quote));
  const start = node?.textContent?.indexOf(quote);
  if (node === undefined || start === undefined) throw new Error(`“${quote}” is not there.`);
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, start + quote.length);
  return range;
}

/** Where a quote is, in CSS pixels from the upper left corner of the text's own box. */
type Points = Readonly<
  Record<'start' | 'middle' | 'end', { readonly x: number; readonly y: number }>
>;

function pointsOf(text: Locator, quote: string): Points {
  const box = text.element().getBoundingClientRect();
  const lines = [...rangeOf(text, quote).getClientRects()];
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined) throw new Error(`“${quote}” has no place.`);
  const [top, bottom] = [first.top + first.height / 2, last.top + last.height / 2];
  return {
    start: { x: first.left + 0.5 - box.x, y: top - box.y },
    middle: { x: first.left + first.width / 2 - box.x, y: top - box.y },
    end: { x: last.right - 0.5 - box.x, y: bottom - box.y },
  };
}

/** Selects the first `quote` of a text with the mouse. */
export async function drag(text: Locator, quote: string): Promise<void> {
  await expect.element(text).toBeVisible();
  await document.fonts.ready;
  const { start, end } = pointsOf(text, quote);
  await userEvent.dragAndDrop(text, text, { sourcePosition: start, targetPosition: end });
  expect(document.getSelection()?.getRangeAt(0).toString()).toBe(quote);
}

/** Clicks the middle of the first `quote` of a text. */
export async function clickAt(text: Locator, quote: string): Promise<void> {
  await document.fonts.ready;
  await userEvent.click(text, { position: pointsOf(text, quote).middle });
}

/** Selects from the start of the first `from` of one text to the end of the first `to` of another. */
export function selectFrom(text: Locator, from: string, other: Locator, to: string): void {
  const { startContainer, startOffset } = rangeOf(text, from);
  const { endContainer, endOffset } = rangeOf(other, to);
  document.getSelection()?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
}

/** The box around the first `quote` of a text, in CSS pixels of the window. */
export function boxOf(text: Locator, quote: string): DOMRect {
  return rangeOf(text, quote).getBoundingClientRect();
}

/** The words painted in a colour; `noted` is a note without one, `active` the active highlight. */
export function painted(color: Color | 'noted' | 'active'): readonly string[] {
  return paintedUnder(`readout-${color}`);
}

/** The words painted under a name of the CSS Custom Highlight API. */
export function paintedUnder(name: string): readonly string[] {
  return [...(CSS.highlights.get(name) ?? [])].map((range) =>
    range instanceof Range ? range.toString() : '',
  );
}

/** Waits until the page has been drawn, and scrolling that came before it has been told. */
export async function drawn(): Promise<void> {
  for (let frame = 0; frame < 2; frame += 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}
