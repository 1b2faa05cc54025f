import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import '../../../renderer/library/library-pane.ts';
import { faultsInThemes } from '../support/accessibility.ts';
import { mount, mountLoaded } from '../support/mount.ts';
import { annotation, bookmark, briefingId, openedBriefing } from '../support/stories.ts';

const size = { width: 300, height: 700 };
const library = [
  openedBriefing(1, { headline: 'Ferries return' }),
  openedBriefing(2, { headline: 'Bakers raise prices' }),
  openedBriefing(3, { headline: 'A lighthouse is for sale' }),
];
const listbox = page.getByRole('listbox', { name: 'Briefings' });

function headlines(): readonly string[] {
  return listbox
    .getByRole('option')
    .elements()
    .map((row) => row.querySelector('.headline')?.textContent ?? '');
}

describe('the pane before there are briefings', () => {
  it('says where to put files in an empty library', async () => {
    await mountLoaded('readout-library-pane', { size });
    const status = page.getByRole('status');
    await expect.element(status.getByText('No briefings here')).toBeVisible();
    await expect.element(status).toMatchTextContent('/home/reader/Briefings');
    await expect.element(listbox).not.toBeInTheDocument();
  });

  it('shows neither rows nor a word of emptiness until the first answer', async () => {
    let release = (): void => undefined;
    const { stores } = await mount('readout-library-pane', {
      library,
      size,
      prepare: (desktop) => (release = desktop.hold('outlineLibrary')),
    });
    const loading = stores.library.refresh();
    await expect.element(page.getByRole('navigation', { name: 'Views' })).toBeVisible();
    await expect.element(page.getByRole('status')).not.toBeInTheDocument();
    expect(headlines()).toEqual([]);
    release();
    await loading;
    await expect.poll(() => headlines().length).toBe(3);
  });

  it('says that it is looking while the first scan runs', async () => {
    const { desktop } = await mountLoaded('readout-library-pane', { size });
    desktop.changeLibrary({ activity: { kind: 'scanning', done: 0, total: 0, remaining: null } });
    await expect.element(page.getByRole('status')).toMatchTextContent('Looking for briefings…');
    desktop.changeLibrary({ briefings: library, activity: { kind: 'idle' } });
    await expect
      .poll(headlines)
      .toEqual(['A lighthouse is for sale', 'Bakers raise prices', 'Ferries return']);
  });

  it('says why the folder cannot be read', async () => {
    const { desktop } = await mountLoaded('readout-library-pane', { size });
    const message = '/home/reader/Briefings is not there any more.';
    desktop.changeLibrary({ activity: { kind: 'failed', message } });
    const alert = page.getByRole('alert');
    await expect.element(alert).toMatchTextContent('The folders cannot be read');
    await expect.element(alert).toMatchTextContent(message);
  });

  it('has no fault that axe-core finds when empty, in light and in dark', async () => {
    const { container } = await mountLoaded('readout-library-pane', { size });
    await expect.element(page.getByText('No briefings here')).toBeVisible();
    expect(await faultsInThemes(container)).toEqual({ light: [], dark: [] });
  });
});

describe('a change of the library', () => {
  it('shows new files and drops those that are gone', async () => {
    const { desktop } = await mountLoaded('readout-library-pane', { library, size });
    await expect.poll(() => headlines().length).toBe(3);
    desktop.changeLibrary({
      briefings: [...library.slice(1), openedBriefing(8, { headline: 'Zebras cross' })],
    });
    await expect
      .poll(headlines)
      .toEqual(['A lighthouse is for sale', 'Bakers raise prices', 'Zebras cross']);
  });
});

describe('the views', () => {
  const marks = {
    library,
    size,
    prepare: ({ annotations, bookmarks }: Parameters<typeof prepareMarks>[0]) =>
      prepareMarks({ annotations, bookmarks }),
  };

  function prepareMarks({
    annotations,
    bookmarks,
  }: {
    readonly annotations: Map<string, ReturnType<typeof annotation>>;
    readonly bookmarks: Map<string, ReturnType<typeof bookmark>>;
  }): void {
    annotations.set(annotation(1).id, annotation(1));
    for (const [number, story] of [
      [2, 1],
      [3, 3],
    ] as const) {
      const mark = bookmark(number, { briefingId: briefingId(story) });
      bookmarks.set(mark.id, mark);
    }
  }

  it('count the briefings in them', async () => {
    await mountLoaded('readout-library-pane', marks);
    for (const name of ['All briefings 3', 'Bookmarked 2', 'With notes 1']) {
      await expect.element(page.getByRole('button', { name })).toBeVisible();
    }
  });

  it('show only what is in them, and which one is shown', async () => {
    await mountLoaded('readout-library-pane', marks);
    await page.getByRole('button', { name: /^Bookmarked/ }).click();
    await expect.poll(headlines).toEqual(['A lighthouse is for sale', 'Ferries return']);
    const current = page.getByRole('button', { name: /^Bookmarked/ });
    await expect.element(current).toHaveAttribute('aria-current', 'true');
    await page.getByRole('button', { name: /^With notes/ }).click();
    await expect.poll(headlines).toEqual(['Ferries return']);
    await expect.element(current).not.toHaveAttribute('aria-current');
    await page.getByRole('button', { name: /^All briefings/ }).click();
    await expect.poll(() => headlines().length).toBe(3);
  });

  it('lose a briefing whose last mark goes', async () => {
    const { desktop } = await mountLoaded('readout-library-pane', marks);
    await page.getByRole('button', { name: /^With notes/ }).click();
    await expect.poll(headlines).toEqual(['Ferries return']);
    await desktop.api.removeAnnotation({ id: annotation(1).id });
    await expect.element(page.getByText('No notes yet')).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'With notes 0' })).toBeVisible();
  });

  it('say how to fill them while they are empty', async () => {
    await mountLoaded('readout-library-pane', { library, size });
    await page.getByRole('button', { name: /^Bookmarked/ }).click();
    await expect.element(page.getByRole('status')).toMatchTextContent(/No bookmarks yet.*Press b/);
    await page.getByRole('button', { name: /^With notes/ }).click();
    await expect.element(page.getByRole('status')).toMatchTextContent(/No notes yet.*press n/);
  });
});
