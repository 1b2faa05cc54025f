import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { partsOf } from '../../../electron/shared/model/part.ts';
import { passageIn } from '../../support/passages.ts';
import { annotation, briefing, briefingId, markId } from '../support/stories.ts';
import {
  expectFocus,
  headline,
  noteField,
  notesPane,
  openApp,
  press,
  saving,
  writeNote,
} from '../shell/opened-app.ts';

const bullet = page.getByText('Tickets cost what they did before the winter.').first();

describe('writing a note', () => {
  it('begins in the pane for notes, which says how while there is none', async () => {
    await openApp();
    await expect.element(notesPane.getByText('Nothing noted yet.')).toBeVisible();
    await notesPane.getByRole('button', { name: 'New note' }).click();
    await expectFocus(noteField);
    await expect.element(notesPane.getByText('Nothing noted yet.')).not.toBeInTheDocument();
  });

  it('on the whole briefing saves it some time after the last key', async () => {
    const { desktop } = await openApp();
    await writeNote('Ask the harbour office.');
    await expect.element(noteField).toHaveAccessibleName('Note on the whole briefing');
    await expect.element(saving).toHaveTextContent('1 note saved');
    expect([...desktop.annotations.values()]).toMatchObject([
      { note: 'Ask the harbour office.', target: { kind: 'briefing' }, color: null },
    ]);
    await expectFocus(noteField);
    expect(desktop.inputsOf('saveAnnotation')).toHaveLength(1);
  });

  it('on the part that has the focus saves it with the part and its words', async () => {
    const { desktop } = await openApp();
    await bullet.click();
    await writeNote('What did they cost?');
    await expect.element(noteField).toHaveAccessibleName('Note on Overview, bullet 2');
    await expect.element(saving).toHaveTextContent('1 note saved');
    expect([...desktop.annotations.values()]).toMatchObject([
      {
        note: 'What did they cost?',
        target: {
          kind: 'part',
          part: 'sections/0/items/1',
          quote: 'Tickets cost what they did before the winter.',
        },
      },
    ]);
  });

  it('goes on with the note of a part that has one already', async () => {
    const target = { kind: 'part', part: 'headline', quote: 'Ferries of Norland, part 1' } as const;
    const { desktop } = await openApp({
      prepare: ({ annotations }) =>
        annotations.set(markId(1), annotation(1, { target, note: 'First' })),
    });
    await expect.element(notesPane.getByText('First')).toBeVisible();
    await headline.click();
    await writeNote(', second');
    await expect.element(noteField).toHaveValue('First, second');
    await expect.poll(() => desktop.annotations.get(markId(1))?.note).toBe('First, second');
    expect(desktop.annotations.size).toBe(1);
  });

  it('saves when the field loses the focus', async () => {
    const { desktop } = await openApp();
    await writeNote('A word, then a click elsewhere');
    await headline.click();
    await expect.element(noteField).not.toBeInTheDocument();
    expect(desktop.inputsOf('saveAnnotation')).toMatchObject([
      { note: 'A word, then a click elsewhere' },
    ]);
    await expect.element(notesPane.getByText('A word, then a click elsewhere')).toBeVisible();
  });

  it.each(['{Escape}', '{Control>}{Enter}{/Control}'])(
    'saves and goes back to the text with %s',
    async (keys) => {
      const { desktop } = await openApp();
      await bullet.click();
      await writeNote('Done with this.');
      await userEvent.keyboard(keys);
      await expect.element(noteField).not.toBeInTheDocument();
      expect(desktop.inputsOf('saveAnnotation')).toMatchObject([{ note: 'Done with this.' }]);
      await expectFocus(page.getByRole('listitem').filter({ has: bullet }));
    },
  );

  it('saves with the button Done', async () => {
    const { desktop } = await openApp();
    await writeNote('By the button.');
    await notesPane.getByRole('button', { name: 'Done' }).click();
    await expect.element(noteField).not.toBeInTheDocument();
    expect(desktop.inputsOf('saveAnnotation')).toMatchObject([{ note: 'By the button.' }]);
  });

  it('saves when the window is about to close, and says that all is saved', async () => {
    const { desktop } = await openApp();
    await writeNote('Half a thought');
    desktop.send('flush', {});
    await expect.poll(() => desktop.calls).toEqual(['saveAnnotation', 'confirmFlush true']);
  });

  it('saves when another briefing is opened', async () => {
    const { desktop } = await openApp();
    await writeNote('On the first one');
    await page.getByRole('option', { name: /part 2/ }).click();
    await expect.element(headline).toHaveTextContent('Ferries of Norland, part 2');
    await expect.element(notesPane.getByText('Nothing noted yet.')).toBeVisible();
    expect([...desktop.annotations.values()]).toMatchObject([
      { note: 'On the first one', briefingId: briefingId(1) },
    ]);
  });

  it('leaves no note where nothing was written', async () => {
    const { desktop } = await openApp();
    await press('n');
    await expectFocus(noteField);
    await press('{Escape}');
    await expect.element(notesPane.getByText('Nothing noted yet.')).toBeVisible();
    expect(desktop.calls).toEqual([]);
  });

  it('is taken up again with the pencil and with a double click', async () => {
    await openApp({
      prepare: ({ annotations }) => annotations.set(markId(1), annotation(1, { note: 'Words' })),
    });
    await notesPane.getByRole('button', { name: 'Edit the note' }).click();
    await expectFocus(noteField);
    await expect.element(noteField).toHaveValue('Words');
    await press('{Escape}');
    await notesPane.getByText('Words').dblClick();
    await expectFocus(noteField);
  });

  it('is taken up again with its key while the pencil has the focus', async () => {
    await openApp({
      prepare: ({ annotations }) => annotations.set(markId(1), annotation(1, { note: 'Words' })),
    });
    const pencil = notesPane.getByRole('button', { name: 'Edit the note' });
    await expect.element(pencil).toBeVisible();
    await notesPane.getByRole('tab', { name: /^Notes/ }).click();
    await press('{Tab}{Tab}');
    await expectFocus(notesPane.getByRole('group', { name: 'Note on the whole briefing' }));
    await press('{Tab}');
    await expectFocus(pencil);
    await press('n');
    await expectFocus(noteField);
    await userEvent.keyboard(' and more');
    await expect.element(noteField).toHaveValue('Words and more');
  });

  it('keeps several notes in the order of the text', async () => {
    const { desktop } = await openApp();
    await bullet.click();
    await writeNote('On the bullet');
    await headline.click();
    await writeNote('On the headline');
    await press('{Escape}');
    await expect.poll(() => desktop.annotations.size).toBe(2);
    const places = notesPane.getByTitle('Show in the briefing').elements();
    expect(places.map((place) => place.querySelector('.where')?.textContent)).toEqual([
      'Headline',
      'Overview, bullet 2',
    ]);
  });
});

describe('the colour of a highlight', () => {
  it('is chosen while its note is written, and stored at once', async () => {
    const { desktop } = await openApp({
      prepare: ({ annotations }) =>
        annotations.set(
          markId(1),
          annotation(1, {
            color: 'yellow',
            target: passageIn(partsOf(briefing(1)), 'Ferries'),
          }),
        ),
    });
    await notesPane.getByRole('button', { name: 'Edit the note' }).click();
    const colors = notesPane.getByRole('group', { name: 'Colour' });
    await expect
      .element(colors.getByRole('button', { name: 'yellow' }))
      .toHaveAttribute('aria-pressed', 'true');
    await colors.getByRole('button', { name: 'green' }).click();
    await expect
      .element(colors.getByRole('button', { name: 'green' }))
      .toHaveAttribute('aria-pressed', 'true');
    await expect.poll(() => desktop.annotations.get(markId(1))?.color).toBe('green');
  });
});
