import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../renderer/all-notes/all-notes.ts';
import { CommandEvent } from '../../../renderer/state/command-event.ts';
import { faultsInThemes } from '../support/accessibility.ts';
import { markId } from '../support/stories.ts';
import { expectFocus } from '../shell/opened-app.ts';
import { library, mountView, press, withNotes } from './mounted.ts';

const dialog = page.getByRole('dialog', { name: 'Tags' });
/** In the slot of the dialog: in it on the screen, though not in the tree of nodes. */
const rows = page.getByRole('list', { name: 'Tags' }).getByRole('listitem');
const field = page.getByRole('textbox', { name: /^New name/ });

/** Opens the dialog from the view of all notes. */
async function open() {
  const view = await mountView('readout-all-notes', { library, prepare: withNotes });
  const button = page.getByRole('button', { name: 'Tags…' });
  await expect.element(button).toBeEnabled();
  button.element().focus();
  await press('{Enter}');
  await expect.element(dialog).toBeVisible();
  const tagsOf = (number: number) => view.desktop.annotations.get(markId(number))?.tags;
  // What the app shell does.
  view.container.addEventListener(CommandEvent.eventName, (event) => {
    if (event instanceof CommandEvent && event.command === 'undo') void view.stores.notes.undo();
  });
  return { ...view, button, tagsOf };
}

function rowTexts(): readonly string[] {
  return rows.elements().map((row) => row.textContent.replaceAll(/\s+/g, ' ').trim());
}

async function startRenaming(tag: string): Promise<void> {
  await page.getByRole('button', { name: `Rename the tag ${tag}`, exact: true }).click();
  await expectFocus(field);
}

describe('the dialog of tags', () => {
  it('lists tags with their counts, the inner ones indented below the outer', async () => {
    const { container } = await open();
    expect(rowTexts()).toEqual(['energy 1 note', 'grid 1 note', 'harbour 2 notes']);
    const left = (index: number) =>
      rows.nth(index).element().querySelector('.name')?.getBoundingClientRect().left ?? 0;
    expect(left(1)).toBeGreaterThan(left(0));
    expect(left(2)).toBe(left(0));
    expect(await faultsInThemes(container)).toEqual({ light: [], dark: [] });
  });

  it('renames a tag with the keys alone, says how many notes changed, and undoes it', async () => {
    const { tagsOf } = await open();
    page.getByRole('button', { name: 'Rename the tag harbour' }).element().focus();
    await press('{Enter}');
    await expectFocus(field);
    await userEvent.keyboard('  #port{Enter}');
    await expect.element(page.getByText('Tag “harbour” is now “port” on 2 notes')).toBeVisible();
    await expect.poll(rowTexts).toEqual(['energy 1 note', 'grid 1 note', 'port 2 notes']);
    expect(tagsOf(2)).toEqual(['port']);
    await expectFocus(page.getByRole('button', { name: 'Rename the tag port' }));
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => tagsOf(2)).toEqual(['harbour']);
    await expect.poll(rowTexts).toContain('harbour 2 notes');
  });

  it('renames the inner tags along', async () => {
    const { tagsOf } = await open();
    await startRenaming('energy');
    await userEvent.keyboard('power{Enter}');
    await expect.poll(rowTexts).toEqual(['harbour 2 notes', 'power 1 note', 'grid 1 note']);
    expect(tagsOf(1)).toEqual(['harbour', 'power/grid']);
  });

  it('says before it merges, and merges', async () => {
    const { container, tagsOf } = await open();
    await startRenaming('energy/grid');
    await userEvent.keyboard('harbour');
    await expect.element(page.getByText('Merges with 2 notes')).toBeVisible();
    expect(await faultsInThemes(container)).toEqual({ light: [], dark: [] });
    await press('{Enter}');
    await expect.poll(rowTexts).toEqual(['energy 1 note', 'harbour 2 notes']);
    expect(tagsOf(1)).toEqual(['harbour']);
    await expect.element(page.getByText(/is now “harbour” on 1 note$/)).toBeVisible();
  });

  it('leaves the renaming with Escape, and only then the dialog', async () => {
    const { button, desktop } = await open();
    await startRenaming('harbour');
    await userEvent.keyboard('other{Escape}');
    await expect.element(field).not.toBeInTheDocument();
    await expect.element(dialog).toBeVisible();
    await expectFocus(page.getByRole('button', { name: 'Rename the tag harbour' }));
    await press('{Escape}');
    await expect.element(dialog).not.toBeInTheDocument();
    await expectFocus(button);
    expect(desktop.calls).toEqual([]);
  });

  it('does not take an empty name', async () => {
    const { desktop } = await open();
    await startRenaming('harbour');
    await field.fill(' # ');
    await expect.element(page.getByText('This cannot be a tag.')).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Rename', exact: true })).toBeDisabled();
    await press('{Enter}');
    await field.fill('');
    await expect.element(page.getByText('A tag needs a name.')).toBeVisible();
    expect(desktop.calls).toEqual([]);
  });

  it('removes a tag from all notes, with Undo', async () => {
    const { tagsOf } = await open();
    await page.getByRole('button', { name: 'Remove the tag harbour from all notes' }).click();
    await expect
      .element(page.getByText('Tag “harbour” removed on 2 notes'))
      .not.toBeInTheDocument();
    await expect.element(page.getByText('Tag “harbour” removed from 2 notes')).toBeVisible();
    await expect.poll(rowTexts).toEqual(['energy 1 note', 'grid 1 note']);
    expect(tagsOf(2)).toEqual([]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => tagsOf(2)).toEqual(['harbour']);
  });

  it('takes the filter along with a tag that is renamed or removed', async () => {
    const { noteList } = await open();
    await noteList.setQuery({ tags: ['energy/grid'] });
    await startRenaming('energy');
    await userEvent.keyboard('power{Enter}');
    await expect.poll(() => noteList.state.get().query.tags).toEqual(['power/grid']);
    await page.getByRole('button', { name: 'Remove the tag power from all notes' }).click();
    await expect.poll(() => noteList.state.get().query.tags).toEqual([]);
  });

  it('says why a tag could not be renamed, and keeps what was typed', async () => {
    const { desktop } = await open();
    desktop.problem = { kind: 'unwritable', message: 'The disk is full.' };
    await startRenaming('harbour');
    await userEvent.keyboard('port{Enter}');
    await expect.element(page.getByText('The disk is full.')).toBeVisible();
    await expect.element(field).toHaveValue('port');
  });

  it('says that there is none, when the last one is gone', async () => {
    await open();
    for (const tag of ['harbour', 'energy']) {
      await page.getByRole('button', { name: `Remove the tag ${tag} from all notes` }).click();
    }
    await expect.element(page.getByText('No note has a tag.')).toBeVisible();
  });
});
