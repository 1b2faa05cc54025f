import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { colorSchema } from '../../../electron/shared/model/annotation.ts';
import type { FakeDesktop } from '../../support/fake-desktop.ts';
import { figure, openedBriefing } from '../support/stories.ts';
import { expectFocus, message, noteField, notesPane, openApp, press } from '../shell/opened-app.ts';
import { article, drag, painted, partWith, selectFrom, texts, textOf, toolbar } from './reading.ts';

const library = [openedBriefing(1, { figures: [figure()] })];
const bullet = textOf(texts.bullet);
const secondBullet = textOf(texts.secondBullet);
const colors = colorSchema.options.map((color, index) => [color, `${index + 1}`] as const);

let desktop: FakeDesktop;

beforeEach(async () => {
  ({ desktop } = await openApp({ library }));
});

/** The passages that are stored, with their colours. */
function stored(): readonly string[] {
  return [...desktop.annotations.values()].map(({ target, color }) =>
    target.kind === 'passage' ? `${color ?? 'no'} ${target.part}: ${target.quote.exact}` : '',
  );
}

describe('a passage selected with the mouse', () => {
  it('has a bar with five colours, a note, tags and a copy', async () => {
    await drag(bullet, 'runs again');
    await expect.element(toolbar).toBeVisible();
    const names = toolbar.getByRole('button').elements();
    await expect.element(toolbar.getByRole('button')).toHaveLength(8);
    expect(names.map((button) => button.getAttribute('aria-keyshortcuts'))).toEqual([
      ...['1', '2', '3', '4', '5'],
      'n',
      't',
      'c',
    ]);
    for (const [color] of colors) {
      await expect
        .element(toolbar.getByRole('button', { name: `Highlight ${color}`, exact: true }))
        .toBeVisible();
    }
    await expect.element(toolbar.getByRole('button', { name: 'Note', exact: true })).toBeVisible();
    await expect.element(toolbar.getByRole('button', { name: 'Tag', exact: true })).toBeVisible();
    await expect.element(toolbar.getByRole('button', { name: 'Copy', exact: true })).toBeVisible();
  });

  it('has no bar any more when the selection goes', async () => {
    await expect.element(toolbar).not.toBeInTheDocument();
    await drag(bullet, 'runs again');
    await expect.element(toolbar).toBeVisible();
    await textOf(texts.dek).click();
    await expect.element(toolbar).not.toBeInTheDocument();
  });

  it.each(colors)('is highlighted in %s with a click', async (color) => {
    await drag(bullet, 'runs again');
    await toolbar.getByRole('button', { name: `Highlight ${color}` }).click();
    await expect.poll(() => painted(color)).toEqual(['runs again']);
    await expect.poll(stored).toEqual([`${color} sections/0/items/0: runs again`]);
    await expect.element(toolbar).not.toBeInTheDocument();
  });

  it.each(colors)('is highlighted in %s with the key %s', async (color, key) => {
    await drag(bullet, 'runs again');
    await press(key);
    await expect.poll(() => painted(color)).toEqual(['runs again']);
    await expect.poll(stored).toEqual([`${color} sections/0/items/0: runs again`]);
    await expect.element(toolbar).not.toBeInTheDocument();
    expect(document.getSelection()?.toString()).toBe('');
  });

  it('is highlighted from the bar without the mouse', async () => {
    await drag(bullet, 'runs again');
    await expect.element(toolbar).toBeVisible();
    await press('{Tab}{Tab}');
    await expectFocus(toolbar.getByRole('button', { name: 'Highlight green' }));
    await press('{Enter}');
    await expect.poll(() => painted('green')).toEqual(['runs again']);
  });

  it('backwards is the same passage', async () => {
    await drag(bullet, 'runs again');
    const { anchorNode, anchorOffset, focusNode, focusOffset } = document.getSelection() ?? {};
    if (!anchorNode || !focusNode) throw new Error('Nothing is selected.');
    document
      .getSelection()
      ?.setBaseAndExtent(focusNode, focusOffset ?? 0, anchorNode, anchorOffset ?? 0);
    await press('3');
    await expect.poll(() => painted('blue')).toEqual(['runs again']);
  });

  it('is a word with a double click and the whole part with a triple one', async () => {
    await userEvent.tripleClick(bullet);
    await expect.element(toolbar).toBeVisible();
    await press('1');
    await expect.poll(stored).toEqual([`yellow sections/0/items/0: ${texts.bullet}`]);
    await userEvent.dblClick(textOf('Overview'));
    await press('2');
    await expect.poll(() => painted('green')).toEqual(['Overview']);
  });

  it('may be in the headline, the dek, a caption or a heading', async () => {
    await drag(textOf(texts.headline), 'Norland');
    await press('1');
    await drag(textOf(texts.dek), 'northern line');
    await press('2');
    await drag(article.getByText(/^The ferry Alkyon/), 'Alkyon');
    await press('3');
    await drag(textOf('Reactions'), 'Reactions');
    await press('4');
    await expect
      .poll(stored)
      .toEqual([
        'yellow headline: Norland',
        'green dek: northern line',
        'blue figures/0: Alkyon',
        'pink sections/1/heading: Reactions',
      ]);
  });

  it('is copied with c, as it is in the file, and stays selected', async () => {
    await drag(textOf('Reactions'), 'Reactions');
    await press('c');
    await expect.element(message.getByText('Copied')).toBeVisible();
    expect(desktop.calls).toEqual(['copyText Reactions']);
    await expect.element(toolbar).toBeVisible();
  });

  it('is copied with the button', async () => {
    await drag(bullet, 'runs again');
    await toolbar.getByRole('button', { name: 'Copy' }).click();
    await expect.element(message.getByText('Copied')).toBeVisible();
    expect(desktop.calls).toEqual(['copyText runs again']);
  });

  it.each(['button', 'key'])('is noted with the %s, and yellow from then on', async (means) => {
    await drag(bullet, 'runs again');
    if (means === 'key') await press('n');
    else await toolbar.getByRole('button', { name: 'Note' }).click();
    await expectFocus(noteField);
    await expect.element(noteField).toHaveAccessibleName('Note on Overview, bullet 1');
    await expect.element(notesPane.getByText('runs again')).toBeVisible();
    await expect.element(toolbar).not.toBeInTheDocument();
    await expect.poll(() => painted('yellow')).toEqual(['runs again']);
    await expect.poll(stored).toEqual(['yellow sections/0/items/0: runs again']);
  });
});

describe('a selection that is not just a passage', () => {
  it('across two parts is one passage, painted in both', async () => {
    selectFrom(bullet, 'on weekdays', secondBullet, 'Tickets cost');
    await expect.element(toolbar).toBeVisible();
    await press('5');
    await expect.poll(() => painted('purple')).toEqual(['on weekdays.', 'Tickets cost']);
    await expect.poll(stored).toEqual(['purple sections/0/items/0: on weekdays.\nTickets cost']);
  });

  it('from the end of a part, where no word is, is about the next', async () => {
    selectFrom(bullet, '.', secondBullet, 'Tickets cost');
    document.getSelection()?.getRangeAt(0).setStartAfter(bullet.element());
    await expect.element(toolbar).toBeVisible();
    await press('5');
    await expect.poll(stored).toEqual(['purple sections/0/items/1: Tickets cost']);
  });

  it('from above the headline is about the headline', async () => {
    selectFrom(article.getByText('Harbour Post'), 'Post', textOf(texts.headline), 'Ferries');
    await expect.element(toolbar).toBeVisible();
    await press('5');
    await expect.poll(stored).toEqual(['purple headline: Ferries']);
  });

  it('of a credit offers nothing', async () => {
    await drag(
      partWith('The ferry Alkyon leaves the harbour of Norland.').getByText('uncredited'),
      'credited',
    );
    await expect.element(toolbar).not.toBeInTheDocument();
    await press('1');
    expect(desktop.calls).toEqual([]);
  });

  it('elsewhere in the window offers nothing', async () => {
    await drag(bullet, 'runs again');
    await expect.element(toolbar).toBeVisible();
    const hint = page.getByText('Nothing noted yet.');
    document.getSelection()?.selectAllChildren(hint.element());
    await expect.element(toolbar).not.toBeInTheDocument();
    await press('1c');
    expect(desktop.calls).toEqual([]);
  });

  it('of nothing, with no part that has the focus, is highlighted and copied by no key', async () => {
    await press('12345c');
    await expect.element(message).not.toBeInTheDocument();
    expect(desktop.calls).toEqual([]);
  });
});
