import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Annotation } from '../../../electron/shared/model/annotation.ts';
import { partsOf } from '../../../electron/shared/model/part.ts';
import { passageIn } from '../../support/passages.ts';
import { annotation, markId, openedBriefing, section } from '../support/stories.ts';
import { expectFocus, noteField, notesPane, openApp } from '../shell/opened-app.ts';
import { cards } from './many.ts';

const count = 1_000;

const texts = Array.from(
  { length: count },
  (_, index) => `Ship ${index} of the northern line left the harbour on day ${index} of the year.`,
);
const long = openedBriefing(1, { sections: [section('Departures', ...texts)] });
const parts = partsOf(long.briefing);

function ship(index: number): Annotation {
  const part = parts.filter(({ path }) => path === `sections/0/items/${index}`);
  return annotation(index + 1, {
    target: passageIn(part, `Ship ${index} of the northern line`, long.listing.fingerprint),
    color: 'yellow',
    note: `What of **ship ${index}**?`,
    tags: [`ships/${index % 20}`],
  });
}

/** How long something takes until the frame after it is on the screen, in milliseconds. */
async function timed(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  await new Promise(requestAnimationFrame);
  return performance.now() - start;
}

describe('the panel with 1,000 annotations of one briefing', () => {
  it('opens, filters and takes words without making the reader wait', async () => {
    const { stores } = await openApp({
      library: [long],
      prepare: ({ annotations }) => {
        for (let index = 0; index < count; index += 1) {
          annotations.set(markId(index + 1), ship(index));
        }
      },
    });
    await expect.element(cards).toHaveLength(count);
    const typing = await timed(async () => {
      stores.notes.edit(markId(500));
      stores.notes.change(markId(500), { note: 'Typed' });
      await Promise.resolve();
    });
    expect(typing).toBeLessThan(250);
    await notesPane.getByRole('searchbox', { name: 'Filter notes' }).fill('ship 77');
    await expect.element(cards).toHaveLength(20);
    await expect.element(notesPane.getByText('20 of 1000')).toBeVisible();
  });

  it('shows the card that is asked for, however far down', async () => {
    const { component, stores } = await openApp({
      library: [long],
      prepare: ({ annotations }) => {
        for (let index = 0; index < count; index += 1) {
          annotations.set(markId(index + 1), ship(index));
        }
      },
    });
    await expect.element(cards).toHaveLength(count);
    stores.notes.edit(markId(900));
    await component.showNote(markId(900));
    await expectFocus(noteField);
    await expect.element(noteField).toBeInViewport();
    await userEvent.keyboard(' Sunk.');
    await expect.element(noteField).toHaveValue('What of **ship 899**? Sunk.');
  });
});
