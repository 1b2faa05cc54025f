import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../renderer/library/library-pane.ts';
import { faultsInThemes } from '../support/accessibility.ts';
import { mountLoaded, type MountOptions } from '../support/mount.ts';
import { annotation, openedBriefing, unreadable } from '../support/stories.ts';

const size = { width: 300, height: 900 };
const views = page.getByRole('navigation', { name: 'Views' });
const listbox = page.getByRole('listbox', { name: 'Briefings' });
const library = [
  openedBriefing(
    1,
    { headline: 'Ferries return', source: 'Harbour Post' },
    {},
    { reading: 'unread' },
  ),
  openedBriefing(
    2,
    { headline: 'Bakers raise prices', source: 'Market Times' },
    {},
    { isPinned: true },
  ),
  openedBriefing(3, { headline: 'A lighthouse is for sale', source: 'Harbour Post' }),
];
const saved = [
  { name: 'Ferries', query: 'headline:ferries' },
  { name: 'Bakers', query: 'headline:bakers' },
];

function headlines(): readonly string[] {
  return listbox
    .getByRole('option')
    .elements()
    .map((row) => row.querySelector('.headline')?.textContent.trim() ?? '');
}

function view(name: string | RegExp) {
  return views.getByRole('button', { name });
}

function open(options: MountOptions = {}) {
  return mountLoaded('readout-library-pane', { library, size, ...options });
}

function withSaved(): ReturnType<typeof open> {
  return open({
    prepare: (desktop) => void (desktop.settings = { ...desktop.settings, savedSearches: saved }),
  });
}

function names(desktop: Awaited<ReturnType<typeof open>>['desktop']): readonly string[] {
  return desktop.settings.savedSearches.map(({ name }) => name);
}

describe('the views of the sidebar', () => {
  it('show only what is in them, with its number', async () => {
    await open();
    await view('Unread 1').click();
    await expect.poll(headlines).toEqual(['Ferries return']);
    await view('Pinned 1').click();
    await expect.poll(headlines).toEqual(['Bakers raise prices']);
    await expect.element(view('Pinned 1')).toHaveAttribute('aria-current', 'true');
    await expect.element(page.getByText('Pinned: 1 briefing')).toBeInTheDocument();
  });

  it('are there for changes and problems only while there are any', async () => {
    const { desktop } = await open();
    await expect.element(view('All briefings 3')).toBeVisible();
    await expect.element(view(/^(Changed|Problems)/)).not.toBeInTheDocument();
    desktop.changeLibrary({ briefings: [...library, unreadable(9, 'x.txt', 'It is not text.')] });
    await view('Problems 1').click();
    await expect.poll(headlines).toEqual(['x.txt']);
    desktop.changeLibrary({ briefings: library });
    await expect.element(page.getByText('No problems')).toBeVisible();
    await expect.element(view('Problems 0')).toBeVisible();
  });

  it('follow what the reader does, without a word of the library', async () => {
    const { stores } = await open();
    await expect.element(view('Unread 1')).toBeVisible();
    await stores.desktop.setReading({ ids: [library[0]?.listing.id ?? ''], reading: 'read' });
    await expect.element(view('Unread 0')).toBeVisible();
  });

  it('of sources and tags are folded at first, and stay as they were left', async () => {
    const { component, container } = await open({
      prepare: ({ annotations }) => {
        annotations.set(annotation(1).id, annotation(1, { tags: ['energy/grid'] }));
      },
    });
    await expect.element(view('Harbour Post 2')).not.toBeInTheDocument();
    await view('Sources').click();
    await view('Harbour Post 2').click();
    await expect.poll(headlines).toEqual(['A lighthouse is for sale', 'Ferries return']);
    await view('Tags').click();
    await view('grid 1').click();
    await expect.poll(headlines).toEqual(['Ferries return']);
    component.remove();
    container.append(component);
    await expect.element(view('Harbour Post 2')).toBeVisible();
    await expect.element(view('Sources')).toHaveAttribute('aria-expanded', 'true');
  });

  it('are eight of many sources, until all are asked for', async () => {
    const many = Array.from({ length: 12 }, (_, n) =>
      openedBriefing(n + 1, { source: `Paper ${n}` }),
    );
    await open({ library: many });
    await view('Sources').click();
    await expect.element(view(/^Paper/)).toHaveLength(8);
    await view('Show all').click();
    await expect.element(view(/^Paper/)).toHaveLength(12);
  });

  it('are gone through with the arrow keys', async () => {
    await withSaved();
    await view('Bookmarked 0').click();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{Enter}');
    await expect.element(view(/^Ferries/)).toHaveAttribute('aria-current', 'true');
    await userEvent.keyboard('{ArrowUp}{Enter}');
    await expect.element(view('Saved searches')).toHaveAttribute('aria-expanded', 'false');
  });

  it('leave most of the height to the list, and scroll by themselves', async () => {
    const many = Array.from({ length: 60 }, (_, n) =>
      openedBriefing(n + 1, { source: `Paper ${n}` }),
    );
    await open({ library: many });
    await view('Sources').click();
    await view('Show all').click();
    await expect.element(view(/^Paper/)).toHaveLength(60);
    expect(listbox.element().clientHeight).toBeGreaterThan(size.height / 2);
  });

  it.each([300, 200])('have no fault that axe-core finds, %i pixels wide', async (width) => {
    const { container } = await open({
      size: { width, height: 900 },
      prepare: (desktop) => {
        desktop.settings = { ...desktop.settings, savedSearches: saved };
        desktop.changeLibrary({
          roots: [{ path: '/media/disk', state: 'gone', message: 'Plug it in.' }],
        });
      },
    });
    await view('Sources').click();
    await expect.element(view(/^Harbour Post/)).toBeVisible();
    expect(await faultsInThemes(container)).toEqual({ light: [], dark: [] });
  });
});

describe('the folders of the sidebar', () => {
  it('are views, and tell which one is not there and why', async () => {
    await open({
      prepare: (desktop) =>
        desktop.changeLibrary({
          roots: [
            '/home/reader/Briefings',
            { path: '/media/disk/Archive', state: 'gone', message: 'Plug the disk in.' },
          ],
        }),
    });
    await expect.element(views.getByText('Plug the disk in.')).toBeVisible();
    await view('Archive 0').click();
    await expect
      .element(page.getByText(/^No briefing is in this view|Nothing here/).first())
      .toBeVisible();
    await view('Briefings 3').click();
    await expect.poll(() => headlines().length).toBe(3);
  });
});

describe('saved searches', () => {
  it('are views with their number', async () => {
    await withSaved();
    await view('Ferries 1').click();
    await expect.poll(headlines).toEqual(['Ferries return']);
  });

  it('are renamed with F2, and keep the field open for a name that is taken', async () => {
    const { desktop } = await withSaved();
    await view(/^Ferries/).click();
    await userEvent.keyboard('{F2}bakers{Enter}');
    await expect.element(page.getByRole('alert')).toMatchTextContent('There is a saved search');
    expect(names(desktop)).toEqual(['Ferries', 'Bakers']);
    await userEvent.keyboard(' and more{Enter}');
    await expect.poll(() => names(desktop)).toEqual(['bakers and more', 'Bakers']);
    await expect
      .poll(() =>
        view(/^bakers and more/)
          .element()
          .matches(':focus'),
      )
      .toBe(true);
  });

  it('keep their name with Escape', async () => {
    const { desktop } = await withSaved();
    await view('Rename Ferries').click();
    await userEvent.keyboard('Boats{Escape}');
    await expect.element(view(/^Ferries/)).toBeVisible();
    expect(names(desktop)).toEqual(['Ferries', 'Bakers']);
  });

  it('are deleted with Delete or the pointer, which can be undone', async () => {
    const { desktop, stores } = await withSaved();
    await view(/^Ferries/).click();
    await userEvent.keyboard('{Delete}');
    await expect.poll(() => names(desktop)).toEqual(['Bakers']);
    expect(stores.library.state.get().filter.view).toBe('');
    stores.messages.state.get()?.action?.run();
    await expect.poll(() => names(desktop)).toEqual(['Ferries', 'Bakers']);
    await view('Delete Bakers').click();
    await expect.poll(() => names(desktop)).toEqual(['Ferries']);
  });
});
