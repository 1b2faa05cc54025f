/**
 * Mounts components of the renderer in the test's page, with every context over the fake desktop,
 * and takes them away after each test. Import it instead of building stores by hand.
 */
import { afterEach } from 'vitest';
import type { OpenedBriefing, Picture } from '../../../electron/shared/model/listing.ts';
import type { AppShell } from '../../../renderer/app-shell.ts';
import { followReader } from '../../../renderer/shell/session.ts';
import { createStores, provideStores, type Stores } from '../../../renderer/shell/stores.ts';
import { controlStyles } from '../../../renderer/styles/controls.ts';
import '../../../renderer/styles/all.css';
import { fakeDesktop, type FakeDesktop } from '../../support/fake-desktop.ts';

/** What a component is mounted over. */
export interface MountOptions {
  /** The library; empty if not given. See `openedBriefing` in stories.ts. */
  readonly library?: readonly OpenedBriefing[];
  /** Pictures by `<briefing id>/<figure's index>`. */
  readonly pictures?: Readonly<Record<string, Picture>>;
  /** Runs before anything is asked: puts marks and failures into the fake, or sets its settings. */
  readonly prepare?: (desktop: FakeDesktop) => void;
  /** The size of the box that the component fills, in CSS pixels; 900 × 700 if not given. */
  readonly size?: { readonly width: number; readonly height: number };
}

/** A component in the page, and what it stands on. */
export interface Mounted<Component> {
  readonly component: Component;
  /** The box around the component, which provides the contexts. */
  readonly container: HTMLElement;
  readonly desktop: FakeDesktop;
  readonly stores: Stores;
  /** Takes the component out of the page; done after each test anyway. */
  readonly unmount: () => void;
}

const mounted = new Set<() => void>();

afterEach(() => {
  for (const unmount of [...mounted]) unmount();
  document.getSelection()?.removeAllRanges();
  useTheme('light');
});

if (controlStyles.styleSheet !== undefined) {
  document.adoptedStyleSheets.push(controlStyles.styleSheet);
}
useTheme('light');

/** Shows the page in light or in dark, until the end of the test; every test begins in light. */
export function useTheme(theme: 'light' | 'dark'): void {
  document.documentElement.style.colorScheme = theme;
}

function makeContainer({ width, height }: { width: number; height: number }): HTMLElement {
  const container = document.createElement('div');
  container.style.cssText = `width: ${width}px; height: ${height}px; overflow: hidden`;
  return container;
}

function unmounter(container: HTMLElement, stop: () => void): () => void {
  const unmount = (): void => {
    mounted.delete(unmount);
    container.remove();
    stop();
  };
  mounted.add(unmount);
  return unmount;
}

/**
 * Mounts one component, such as `readout-library-pane`; import its file for the tag to be known.
 * As in the app, the notes follow the open briefing. Nothing is loaded yet, so that a test can
 * look at what is shown before: call `stores.library.refresh()`, `stores.notes.refreshCounts()`,
 * `stores.reader.open(id)`, or `mountLoaded` instead.
 */
export async function mount<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  { library = [], pictures = {}, prepare, size = { width: 900, height: 700 } }: MountOptions = {},
): Promise<Mounted<HTMLElementTagNameMap[Tag]>> {
  const desktop = fakeDesktop(library, pictures);
  prepare?.(desktop);
  const stores = await createStores(desktop.api);
  const container = makeContainer(size);
  provideStores(container, stores);
  const stopFollowing = followReader(stores, () => undefined);
  const component = document.createElement(tag);
  container.append(component);
  document.body.append(container);
  const unmount = unmounter(container, stopFollowing);
  return { component, container, desktop, stores, unmount };
}

/** Mounts one component with the list and the counts of marks loaded, and a briefing if named. */
export async function mountLoaded<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  { open, ...options }: MountOptions & { readonly open?: string } = {},
): Promise<Mounted<HTMLElementTagNameMap[Tag]>> {
  const result = await mount(tag, options);
  const { library, notes, reader, viewCounts } = result.stores;
  await Promise.all([library.refresh(), notes.refreshCounts()]);
  viewCounts.begin();
  if (open !== undefined) await reader.open(open);
  return result;
}

/**
 * Mounts the whole window over the fake desktop, as renderer/main.ts does; import
 * renderer/app-shell.ts. It loads by itself: wait for what it shows. Shortcuts work.
 */
export async function mountApp({
  library = [],
  pictures = {},
  prepare,
  size = { width: 1280, height: 800 },
}: MountOptions = {}): Promise<Mounted<AppShell>> {
  const desktop = fakeDesktop(library, pictures);
  prepare?.(desktop);
  const stores = await createStores(desktop.api);
  const container = makeContainer(size);
  const component = document.createElement('readout-app-shell');
  component.stores = stores;
  container.append(component);
  document.body.append(container);
  const unmount = unmounter(container, () => undefined);
  return { component, container, desktop, stores, unmount };
}
