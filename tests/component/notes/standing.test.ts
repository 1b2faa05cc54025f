import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Annotation } from '../../../electron/shared/model/annotation.ts';
import { faultsInThemes } from '../support/accessibility.ts';
import {
  annotation,
  briefing,
  earlierHighlight,
  markId,
  openedBriefing,
  section,
} from '../support/stories.ts';
import { expectFocus, message, noteField, notesPane, openApp, press } from '../shell/opened-app.ts';

const nowOverview = section(
  'Overview',
  'The ferry runs again on weekdays, and twice on Sundays.',
  'Tickets cost what they did before the winter.',
  'The mayor called it a good morning for the islands.',
);
const now = openedBriefing(1, { sections: [nowOverview] });

const earlier = briefing(1, {
  sections: [
    section(
      'Overview',
      'The ferry runs again on weekdays, and once on Sundays.',
      'Tickets cost what they did before the winter.',
      'The mayor called it a good morning for the islands.',
      'The harbour café stays closed until the end of the month.',
    ),
  ],
});

const edited = earlierHighlight(
  1,
  earlier,
  'The ferry runs again on weekdays, and once on Sundays.',
);
const kept = earlierHighlight(2, earlier, 'Tickets cost what they did before the winter.');
const gone = earlierHighlight(3, earlier, 'The harbour café stays closed until the end', {
  note: 'Why so long?',
  tags: ['café'],
});

/** Opens the briefing as it is now, with these annotations. */
function openWith(...annotations: readonly Annotation[]) {
  return openApp({
    library: [now],
    prepare: (desktop) => {
      for (const one of annotations) desktop.annotations.set(one.id, one);
    },
  });
}

function card(name: string) {
  return notesPane.getByRole('group', { name: `Note on ${name}` });
}

const lost = notesPane.getByRole('region', { name: 'Lost their place' });

describe('a card', () => {
  it('says quietly that its passage is unchanged', async () => {
    await openWith(kept);
    await expect.element(card('Overview, bullet 2').getByText('unchanged')).toBeVisible();
    await expect.element(lost).not.toBeInTheDocument();
  });

  it('shows which words of its passage were edited', async () => {
    await openWith(edited);
    const one = card('Overview, bullet 1');
    await expect.element(one.getByText('Moved: source edited')).toBeVisible();
    await expect.element(one.getByRole('deletion')).toHaveTextContent('once');
    await expect.element(one.getByRole('insertion')).toHaveTextContent('twice');
  });

  it('shows how the words of its part were edited', async () => {
    const target = {
      kind: 'part',
      part: 'sections/0/items/1',
      quote: 'Tickets cost less than before the winter.',
    } as const;
    await openWith(annotation(1, { target }));
    const one = card('Overview, bullet 2');
    await expect.element(one.getByText('Source edited since')).toBeVisible();
    await expect.element(one.getByRole('deletion').first()).toHaveTextContent('less than');
    await expect.element(one.getByRole('insertion').first()).toHaveTextContent('what they did');
  });

  it('asks to show its passage itself, not only its part', async () => {
    const { container } = await openWith(kept);
    const handleReveal = vi.fn();
    container.addEventListener('annotation-reveal', handleReveal);
    await card('Overview, bullet 2').getByTitle('Show in the briefing').click();
    expect(handleReveal.mock.calls).toMatchObject([[{ annotationId: markId(2) }]]);
  });
});

describe('an annotation that lost its place', () => {
  it('stands in a section of its own with its words, its note and why', async () => {
    await openWith(kept, gone);
    await expect.element(lost.getByText(/^The harbour café stays closed/)).toBeVisible();
    await expect
      .element(lost.getByText('Orphaned: not found in the text as it is now'))
      .toBeVisible();
    await expect.element(lost.getByText('Why so long?')).toBeVisible();
    await expect.element(lost.getByRole('button', { name: '#café' })).toBeVisible();
    await expect.element(lost.getByRole('group', { name: /^Note on/ })).toHaveLength(1);
  });

  it('can be edited and deleted there', async () => {
    const { desktop } = await openWith(gone);
    await lost.getByRole('button', { name: 'Edit the note' }).click();
    await expectFocus(noteField);
    await userEvent.keyboard(' Really.');
    await press('{Escape}');
    await expect.poll(() => desktop.annotations.get(markId(3))?.note).toBe('Why so long? Really.');
    await lost.getByRole('button', { name: /^Delete the note/ }).click();
    await expect.element(lost).not.toBeInTheDocument();
    await message.getByRole('button', { name: 'Undo' }).click();
    await expect.element(lost.getByText('Why so long? Really.')).toBeVisible();
  });

  it('is told of a part that is gone, too', async () => {
    const target = { kind: 'part', part: 'sections/7/items/0', quote: 'Words of old.' } as const;
    await openWith(annotation(1, { target }));
    await expect.element(lost.getByText('Words of old.')).toBeVisible();
    await expect
      .element(lost.getByText('Orphaned: its part is not in the briefing any more'))
      .toBeVisible();
  });

  it('is put on the place that the reader selects in the text', async () => {
    const { desktop, stores } = await openWith(gone);
    await lost.getByRole('button', { name: 'Re-attach…' }).click();
    await expect.element(notesPane.getByText(/^Select the passage in the text/)).toBeVisible();
    expect(stores.notes.state.get().reattaching).toBe(markId(3));
    stores.notes.reattach(kept.target);
    await expect.element(lost).not.toBeInTheDocument();
    await expect.element(notesPane.getByText(/^Select the passage/)).not.toBeInTheDocument();
    await expect
      .poll(() => desktop.annotations.get(markId(3)))
      .toMatchObject({
        target: kept.target,
        note: 'Why so long?',
        tags: ['café'],
        color: 'yellow',
      });
    await press('{Control>}z{/Control}');
    await expect.element(lost.getByText('Why so long?')).toBeVisible();
  });

  it('stays where it is when that is cancelled', async () => {
    const { desktop } = await openWith(gone);
    await lost.getByRole('button', { name: 'Re-attach…' }).click();
    await notesPane.getByRole('button', { name: 'Cancel' }).click();
    await expect.element(notesPane.getByText(/^Select the passage/)).not.toBeInTheDocument();
    expect(desktop.annotations.get(markId(3))).toEqual(gone);
  });

  it('has no fault that axe-core finds, in light and in dark', async () => {
    const { component } = await openWith(edited, kept, gone);
    await expect.element(lost).toBeVisible();
    const panel = component.querySelector('readout-notes-panel');
    if (panel === null) throw new Error('There is no panel.');
    expect(await faultsInThemes(panel)).toEqual({ light: [], dark: [] });
  });
});

describe('an annotation found in several places', () => {
  const quote = 'the northern pier is open again';
  const line = `Police said at noon on Thursday that ${quote} after the storms of last winter.`;
  const twice = openedBriefing(1, {
    sections: [section('Overview', line), section('Later', line)],
  });
  const once = briefing(1, { sections: [section('Morning', line)] });

  it('offers them, and goes to the one that is pressed', async () => {
    const one = earlierHighlight(1, once, quote, { note: 'Says who?' });
    const { desktop } = await openApp({
      library: [twice],
      prepare: ({ annotations }) => annotations.set(markId(1), one),
    });
    await expect.element(lost.getByText('Orphaned: found in several places')).toBeVisible();
    const places = lost.getByRole('list', { name: 'Where it could be' }).getByRole('button');
    await expect.element(places).toHaveLength(2);
    await places.filter({ hasText: 'Later, bullet 1' }).click();
    await expect.element(lost).not.toBeInTheDocument();
    await expect
      .poll(() => desktop.annotations.get(markId(1)))
      .toMatchObject({
        target: { kind: 'passage', part: 'sections/1/items/0' },
        note: 'Says who?',
      });
    await expectFocus(page.getByRole('group', { name: 'Note on Later, bullet 1' }));
  });
});
