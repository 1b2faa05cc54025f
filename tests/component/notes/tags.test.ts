import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { markId } from '../support/stories.ts';
import { expectFocus, headline, notesPane, press } from '../shell/opened-app.ts';
import { card, cards, four, openWith, shownNumbers } from './many.ts';

const field = notesPane.getByRole('combobox');

function tagButton(number: number) {
  return card(number).getByRole('button', { name: /^Tags of the note on/ });
}

describe('the tags of a card', () => {
  it('are shown, and show only their notes when pressed, and all again', async () => {
    await openWith(four);
    const tag = card(4).getByRole('button', { name: '#ships', exact: true });
    await tag.click();
    await expect.element(cards).toHaveLength(2);
    expect(shownNumbers()).toEqual([2, 4]);
    await tag.click();
    await expect.element(cards).toHaveLength(4);
  });

  it('are changed in a field that the tag button opens, and stored at once', async () => {
    const { desktop } = await openWith(four);
    await tagButton(3).click();
    await expectFocus(field);
    await userEvent.keyboard('night,');
    await expect.poll(() => desktop.annotations.get(markId(3))?.tags).toEqual(['night']);
    await userEvent.keyboard('{Escape}');
    await expect.element(field).not.toBeInTheDocument();
    await expectFocus(card(3));
    await expect.element(card(3).getByRole('button', { name: '#night' })).toBeVisible();
  });

  it('are completed from those in use on any briefing', async () => {
    const { desktop } = await openWith(four);
    await tagButton(3).click();
    await expectFocus(field);
    await userEvent.keyboard('pri{ArrowDown}{Enter}');
    await expect.poll(() => desktop.annotations.get(markId(3))?.tags).toEqual(['prices']);
  });

  it('keep the word that was typed when the reader goes elsewhere', async () => {
    const { desktop } = await openWith(four);
    await tagButton(3).click();
    await expectFocus(field);
    await userEvent.keyboard('half a word');
    await headline.click();
    await expect.element(field).not.toBeInTheDocument();
    await expect.poll(() => desktop.annotations.get(markId(3))?.tags).toEqual(['half a word']);
  });

  it('are taken back with undo, one change at a time', async () => {
    const { desktop } = await openWith(four);
    await tagButton(3).click();
    await expectFocus(field);
    await userEvent.keyboard('one,two,{Escape}');
    await expect.poll(() => desktop.annotations.get(markId(3))?.tags).toEqual(['one', 'two']);
    await press('{Control>}z{/Control}');
    await expect.poll(() => desktop.annotations.get(markId(3))?.tags).toEqual(['one']);
  });

  it('are asked for from the text, and leave nothing behind when none is given', async () => {
    const { component, desktop, stores } = await openWith([]);
    const target = { kind: 'part', part: 'headline', quote: 'Ferries of Norland, part 1' } as const;
    const id = stores.notes.annotate(target, null) ?? '';
    await component.querySelector('readout-notes-panel')?.revealTags(id);
    await expectFocus(field);
    await userEvent.keyboard('{Escape}');
    await expect.element(cards).not.toBeInTheDocument();
    await expect.poll(() => document.activeElement?.closest('main')).not.toBeNull();
    expect(desktop.calls).toEqual([]);
  });
});
