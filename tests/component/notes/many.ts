import type { Annotation } from '../../../electron/shared/model/annotation.ts';
import { annotation, briefing, highlight, markId } from '../support/stories.ts';
import { message, notesPane, openApp } from '../shell/opened-app.ts';

const [overview] = briefing(1).sections;

function bulletAt(index: number): string {
  return overview?.items[index]?.text ?? '';
}

/** Four annotations of the first briefing: on the whole of it, and of passages of two bullets. */
export const four: readonly Annotation[] = [
  annotation(1, { note: 'Call the harbour office.', tags: ['calls'] }),
  highlight(2, 'sections/0/items/0', bulletAt(0), 'The ferry runs again', {
    tags: ['ships/ferries'],
  }),
  highlight(3, 'sections/0/items/0', bulletAt(0), 'on weekdays', { color: 'green', note: 'Müde?' }),
  highlight(4, 'sections/0/items/1', bulletAt(1), 'Tickets cost', {
    color: 'green',
    tags: ['prices', 'ships'],
  }),
];

/** Opens the app with these annotations. */
export function openWith(annotations: readonly Annotation[]) {
  return openApp({
    prepare: (desktop) => {
      for (const one of annotations) desktop.annotations.set(one.id, one);
    },
  });
}

/** The cards on the screen. */
export const cards = notesPane.getByRole('group', { name: /^Note on/ });

/** The card of an annotation in {@link four}, by its number. */
export function card(number: number) {
  const words = ['', 'Call the harbour', 'The ferry runs again', 'on weekdays', 'Tickets cost'];
  return cards.filter({ hasText: words[number] ?? '' });
}

/** What the cards on the screen are of, in their order: the numbers of {@link four}. */
export function shownNumbers(): readonly number[] {
  return cards
    .elements()
    .map(({ textContent }) =>
      [1, 2, 3, 4].find((number) => textContent.includes(quoteStart(number))),
    )
    .filter((number) => number !== undefined);
}

function quoteStart(number: number): string {
  const one = four.find(({ id }) => id === markId(number));
  if (one?.target.kind === 'passage') return one.target.quote.exact;
  return 'About the whole briefing';
}

/** Presses the button that takes the last change back. */
export async function undo(): Promise<void> {
  await message.getByRole('button', { name: 'Undo' }).click();
}
