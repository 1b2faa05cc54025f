import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { TagWriteEvent } from '../../../renderer/state/reading-events.ts';
import { faultsInThemes } from '../support/accessibility.ts';
import { annotation, briefing, highlight, markId } from '../support/stories.ts';
import { message, openApp, press } from '../shell/opened-app.ts';
import {
  drag,
  drawn,
  markIn,
  painted,
  read,
  texts,
  textOf,
  toolbar,
  withMarks,
} from './reading.ts';

const bullet = textOf(texts.bullet);

describe('the tag button at a selected passage', () => {
  it('asks for tags of the passage', async () => {
    const { component } = await read();
    const asked: unknown[] = [];
    component.addEventListener('tag-write', (event: TagWriteEvent) =>
      asked.push(event.annotationTarget),
    );
    await drag(bullet, 'runs again');
    await toolbar.getByRole('button', { name: 'Tag', exact: true }).click();
    expect(asked).toMatchObject([{ kind: 'passage', quote: { exact: 'runs again' } }]);
  });
});

describe('the key t', () => {
  it('makes a yellow highlight of a selected passage, to be tagged', async () => {
    const { desktop } = await openApp();
    await drag(bullet, 'runs again');
    await press('t');
    await expect.poll(() => painted('yellow')).toEqual(['runs again']);
    await expect
      .poll(() => [...desktop.annotations.values()])
      .toMatchObject([{ color: 'yellow', target: { quote: { exact: 'runs again' } } }]);
    await expect.element(toolbar).not.toBeInTheDocument();
  });

  it('makes none of a passage that is highlighted already, selected or active', async () => {
    const mark = markIn(briefing(1), 1, 'runs again', { color: 'pink' });
    const { desktop } = await openApp(withMarks(mark));
    await expect.poll(() => painted('pink')).toEqual(['runs again']);
    await drag(bullet, 'runs again');
    await press('t');
    await expect.element(toolbar).not.toBeInTheDocument();
    await page.getByRole('option', { selected: true }).click();
    await press('ht');
    await drawn();
    expect([...desktop.annotations.keys()]).toEqual([markId(1)]);
  });

  it('makes none of a part that has a note, and stores none without tags', async () => {
    const target = { kind: 'part', part: 'dek', quote: texts.dek } as const;
    const { desktop } = await openApp(withMarks(annotation(1, { target })));
    await textOf(texts.dek).click();
    await press('t');
    await textOf(texts.headline).click();
    await press('t');
    await drawn();
    expect([...desktop.annotations.keys()]).toEqual([markId(1)]);
    expect(desktop.calls).toEqual([]);
  });
});

describe('the bar while a note is being attached to a passage', () => {
  const lost = highlight(1, 'sections/0/items/0', 'The mayor resigned.', 'mayor resigned', {
    note: 'Why?',
  });
  const attach = toolbar.getByRole('button', { name: 'Attach here' });

  it('has one button for that, and one to give it up', async () => {
    const { container, desktop, stores } = await openApp(withMarks(lost));
    await expect.poll(() => stores.notes.state.get().annotations).toHaveLength(1);
    stores.notes.startReattaching(markId(1));
    await drag(bullet, 'runs again');
    await expect.element(attach).toBeVisible();
    expect(
      toolbar
        .getByRole('button')
        .elements()
        .map((button) => button.textContent.trim()),
    ).toEqual(['Attach here', 'Cancel']);
    expect(await faultsInThemes(container)).toEqual({ light: [], dark: [] });
    await attach.click();
    await expect.poll(() => painted('yellow')).toEqual(['runs again']);
    await expect
      .poll(() => [...desktop.annotations.values()])
      .toMatchObject([{ id: markId(1), note: 'Why?', target: { quote: { exact: 'runs again' } } }]);
    await expect.element(toolbar).not.toBeInTheDocument();
    await expect.element(message).not.toBeInTheDocument();
  });

  it('is as ever again after it was given up', async () => {
    const { desktop, stores } = await openApp(withMarks(lost));
    await expect.poll(() => stores.notes.state.get().annotations).toHaveLength(1);
    stores.notes.startReattaching(markId(1));
    await drag(bullet, 'runs again');
    await toolbar.getByRole('button', { name: 'Cancel' }).click();
    await expect.element(attach).not.toBeInTheDocument();
    await expect.element(toolbar.getByRole('button', { name: 'Highlight yellow' })).toBeVisible();
    expect(stores.notes.state.get().reattaching).toBeNull();
    expect(desktop.calls).toEqual([]);
  });
});
