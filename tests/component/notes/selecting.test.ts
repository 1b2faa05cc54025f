import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { annotation, markId } from '../support/stories.ts';
import { faultsInThemes } from '../support/accessibility.ts';
import { expectFocus, message, notesPane, press } from '../shell/opened-app.ts';
import { card, cards, four, openWith, undo } from './many.ts';

const bar = notesPane.getByRole('toolbar', { name: 'Selected notes' });
const said = bar.getByRole('status');

function checkbox(number: number) {
  return card(number).getByRole('checkbox');
}

describe('selecting notes', () => {
  it('is done with their checkboxes', async () => {
    await openWith(four);
    await checkbox(1).click();
    await checkbox(4).click();
    await expect.element(said).toHaveTextContent('2 selected');
    await checkbox(1).click();
    await expect.element(said).toHaveTextContent('1 selected');
    await checkbox(4).click();
    await expect.element(bar).not.toBeInTheDocument();
  });

  it('is done with x on the card that has the focus, and ends with Escape', async () => {
    await openWith(four);
    await expect.element(cards).toHaveLength(4);
    card(1).element().focus();
    await press('x');
    await expect.element(checkbox(1)).toBeChecked();
    await expect.element(said).toHaveTextContent('1 selected');
    await press('{Escape}');
    await expect.element(bar).not.toBeInTheDocument();
    await expect.element(checkbox(1)).not.toBeChecked();
  });

  it('writes an x where one writes', async () => {
    const { desktop } = await openWith([annotation(1, { note: 'E' })]);
    await notesPane.getByRole('button', { name: 'Edit the note' }).click();
    await userEvent.keyboard('x');
    await expect.poll(() => desktop.annotations.get(markId(1))?.note).toBe('Ex');
    await expect.element(bar).not.toBeInTheDocument();
  });

  it('takes one with Ctrl and a click, and a range with Shift', async () => {
    await openWith(four);
    await card(1)
      .getByText('About the whole briefing')
      .click({ modifiers: ['Control'] });
    await expect.element(said).toHaveTextContent('1 selected');
    await card(3)
      .getByText('on weekdays')
      .click({ modifiers: ['Shift'] });
    await expect.element(said).toHaveTextContent('3 selected');
    await expect.element(checkbox(2)).toBeChecked();
    await expect.element(checkbox(4)).not.toBeChecked();
  });

  it('takes all that the filter shows', async () => {
    await openWith(four);
    await notesPane.getByRole('searchbox', { name: 'Filter notes' }).fill('#ships');
    await expect.element(cards).toHaveLength(2);
    await checkbox(2).click();
    await bar.getByRole('button', { name: 'Select all shown' }).click();
    await expect.element(said).toHaveTextContent('2 selected');
  });

  it('has no fault that axe-core finds, in light and in dark', async () => {
    const { component } = await openWith(four);
    await checkbox(2).click();
    await bar.getByRole('button', { name: 'Tag…' }).click();
    const panel = component.querySelector('readout-notes-panel');
    if (panel === null) throw new Error('There is no panel.');
    expect(await faultsInThemes(panel)).toEqual({ light: [], dark: [] });
  });
});

describe('the notes that are selected', () => {
  it('get a colour together, and lose it with one undo', async () => {
    const { desktop } = await openWith(four);
    const colors = () => [1, 2, 4].map((number) => desktop.annotations.get(markId(number))?.color);
    for (const number of [1, 2, 4]) await checkbox(number).click();
    await bar.getByRole('button', { name: 'pink' }).click();
    await expect.poll(colors).toEqual(['pink', 'pink', 'pink']);
    await expect.element(message.getByText('Colour of 3 notes changed')).toBeVisible();
    await expect.element(said).toHaveTextContent('3 selected');
    await undo();
    await expect.poll(colors).toEqual([null, 'yellow', 'green']);
  });

  it('get tags together and keep those that they have', async () => {
    const { desktop } = await openWith(four);
    await checkbox(3).click();
    await checkbox(4).click();
    await bar.getByRole('button', { name: 'Tag…' }).click();
    await expectFocus(bar.getByRole('combobox').or(notesPane.getByRole('combobox')).first());
    await userEvent.keyboard('later,');
    await expect.poll(() => desktop.annotations.get(markId(3))?.tags).toEqual(['later']);
    expect(desktop.annotations.get(markId(4))?.tags).toEqual(['prices', 'ships', 'later']);
    await userEvent.keyboard('{Backspace}');
    await expect.poll(() => desktop.annotations.get(markId(3))?.tags).toEqual([]);
    expect(desktop.annotations.get(markId(4))?.tags).toEqual(['prices', 'ships']);
  });

  it('are copied as Markdown, in the order of the text', async () => {
    const { desktop } = await openWith(four);
    await checkbox(3).click();
    await checkbox(2).click();
    await bar.getByRole('button', { name: 'Copy' }).click();
    await expect.element(message.getByText('2 notes copied')).toBeVisible();
    const text = desktop.inputsOf('copyText')[0]?.text ?? '';
    expect(text).toContain('# Ferries of Norland, part 1');
    expect(text).toMatch(/> The ferry runs again[\s\S]*> on weekdays\n\n {2}Müde\?/);
    expect(text).not.toContain('Tickets cost');
  });

  it('are deleted together and come back with one undo', async () => {
    const { desktop } = await openWith(four);
    await checkbox(1).click();
    await checkbox(4).click();
    await bar.getByRole('button', { name: 'Delete' }).click();
    await expect.element(cards).toHaveLength(2);
    await expect.element(bar).not.toBeInTheDocument();
    await expect.element(message.getByText('2 notes deleted')).toBeVisible();
    expect(desktop.annotations.size).toBe(2);
    await undo();
    await expect.element(cards).toHaveLength(4);
  });

  it('stay as they are where that fails, and why is said', async () => {
    const { desktop } = await openWith(four);
    await checkbox(1).click();
    desktop.problem = { kind: 'unwritable', message: 'The disk is full.' };
    await bar.getByRole('button', { name: 'Delete' }).click();
    await expect.element(message.getByText('The disk is full.')).toBeVisible();
    await expect.element(cards).toHaveLength(4);
    await expect.element(said).toHaveTextContent('1 selected');
  });
});
