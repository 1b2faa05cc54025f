import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { NoteQuery, NoteRow } from '../../../electron/shared/model/note-list.ts';
import { referenceTo } from '../../../electron/shared/model/reference-to.ts';
import '../../../renderer/all-notes/all-notes.ts';
import { NoteRowOpenEvent } from '../../../renderer/all-notes/note-row-events.ts';
import type { FakeDesktop } from '../../support/fake-desktop.ts';
import { annotation, briefingId, listing, markId } from '../support/stories.ts';
import { expectCurrent, listbox, mountView, type MountedView, options, press } from './mounted.ts';

const size = 100_000;
const perGroup = 40;

/** The row at a position: the notes of a briefing stand together, forty each. */
function rowAt(position: number): NoteRow {
  const story = Math.floor(position / perGroup) + 1;
  const note = `Note ${String(position + 1).padStart(6, '0')}`;
  return {
    annotation: annotation(position + 1, {
      id: markId(position + 1),
      note,
      briefingId: briefingId(story),
    }),
    briefing: referenceTo(listing(story, { headline: `Story ${story}` })),
    isMissing: false,
  };
}

function groupsOf({ group }: NoteQuery) {
  const groups = Array.from({ length: size / perGroup }, (_, index) => {
    const name = `Story ${index + 1}`;
    return { key: briefingId(index + 1), label: name, count: perGroup };
  });
  return group === 'tag' ? [{ key: '', label: '', count: size }] : groups;
}

/** Answers as a store of 100,000 notes would, without having them. */
function answer({ api }: FakeDesktop): void {
  const answers: Pick<FakeDesktop['api'], 'outlineNotes' | 'queryNotes'> = {
    outlineNotes: (query) => Promise.resolve({ total: size, groups: groupsOf(query) }),
    queryNotes: ({ offset, limit }) => {
      const length = Math.max(0, Math.min(limit, size - offset));
      return Promise.resolve(Array.from({ length }, (_, index) => rowAt(offset + index)));
    },
  };
  Object.assign(api, answers);
}

function textOf(place: number): string {
  return `Note ${String(place).padStart(6, '0')}`;
}

let view: MountedView<HTMLElementTagNameMap['readout-all-notes']>;

/** Waits until the reader is at the row of this one-based place, in full sight. */
async function expectAt(place: number): Promise<void> {
  await expectCurrent(place);
  const row = listbox.getByRole('option', { selected: true });
  await expect.element(row).toMatchTextContent(textOf(place));
}

describe('100,000 notes', () => {
  beforeEach(async () => {
    view = await mountView('readout-all-notes', { prepare: answer });
    await expect.element(options.first()).toBeVisible();
    view.component.focus();
  });

  it('have only the rows in the page that are in sight, and a few around them', async () => {
    await expect.element(page.getByText('100,000 notes')).toBeVisible();
    const places = options.elements().map((row) => row.getAttribute('aria-posinset'));
    expect(places.length).toBeLessThan(25);
    expect(places.slice(0, 3)).toEqual(['1', '2', '3']);
    expect(new Set(options.elements().map((row) => row.getAttribute('aria-setsize')))).toEqual(
      new Set([`${size}`]),
    );
  });

  it('show the rows of the place that is scrolled to', async () => {
    const scroller = listbox.element();
    scroller.scrollTop = scroller.scrollHeight / 2;
    await expect.element(listbox.getByText(textOf(50_001))).toBeInTheDocument();
    expect(options.elements().length).toBeLessThan(30);
    scroller.scrollTop = scroller.scrollHeight;
    await expect.element(listbox.getByText(textOf(size))).toBeInViewport({ ratio: 1 });
    expect(options.elements().length).toBeLessThan(30);
  });

  it('keep the heading of the group at the top while its rows pass', async () => {
    const scroller = listbox.element();
    const rowHeight = options.first().element().getBoundingClientRect().height;
    scroller.scrollTop = rowHeight * 20;
    const topmost = () => {
      const { left, top } = scroller.getBoundingClientRect();
      const headings = [...scroller.querySelectorAll('.group')];
      const at = headings.find((one) => Math.abs(one.getBoundingClientRect().top - top) < 1);
      return [at?.textContent.replaceAll(/\s+/g, ' ').trim(), left >= 0];
    };
    await expect.poll(topmost).toEqual(['Story 1 40', true]);
    scroller.scrollTop = rowHeight * 60;
    await expect.poll(topmost).toEqual(['Story 2 40', true]);
  });

  it('keep the rows below the heading of their group, far down too', async () => {
    const scroller = listbox.element();
    scroller.scrollTop = scroller.scrollHeight / 2;
    await expect.element(listbox.getByText(textOf(50_001))).toBeInTheDocument();
    for (const heading of scroller.querySelectorAll('.extent')) {
      const { top, bottom } = heading.getBoundingClientRect();
      const story = Number(/\d+/.exec(heading.textContent)?.[0]);
      const inside = options.elements().filter((row) => {
        const place = row.getBoundingClientRect();
        return place.top >= top && place.bottom <= bottom;
      });
      for (const row of inside) {
        const place = Number(row.getAttribute('aria-posinset'));
        expect(Math.ceil(place / perGroup)).toBe(story);
      }
    }
  });

  it('go to the end and back with End and Home', async () => {
    await press('{End}');
    await expectAt(size);
    await press('{ArrowUp}');
    await expectAt(size - 1);
    await press('{Home}');
    await expectAt(1);
  });

  it('go on by a screenful with PageDown and back with PageUp', async () => {
    await press('{Home}{PageDown}');
    const row = listbox.getByRole('option', { selected: true });
    await expect.element(row).not.toHaveAttribute('aria-posinset', '1');
    const place = Number(row.element().getAttribute('aria-posinset'));
    expect(place).toBeGreaterThan(3);
    expect(place).toBeLessThan(12);
    await expectAt(place);
    await press('{PageUp}');
    await expectAt(1);
  });

  it('do not hide the current row under the heading when it moves up', async () => {
    view.noteList.moveTo(50_020);
    await press('{ArrowDown}');
    await expectAt(50_022);
    for (let place = 50_021; place > 50_000; place -= 1) {
      await press('{ArrowUp}');
      await expectAt(place);
      const row = listbox.getByRole('option', { selected: true }).element();
      const { left, top } = row.getBoundingClientRect();
      expect(row.getRootNode()).toBeInstanceOf(ShadowRoot);
      const root = row.getRootNode();
      const hit = root instanceof ShadowRoot ? root.elementFromPoint(left + 40, top + 2) : null;
      expect(hit?.closest('[role=option]')).toBe(row);
      const covering = [...listbox.element().querySelectorAll('.group')].filter(
        (heading) =>
          heading.getBoundingClientRect().bottom > top + 1 &&
          heading.getBoundingClientRect().top < top,
      );
      expect(covering).toEqual([]);
    }
  });

  it('open far down after the list was read anew', async () => {
    const opened: string[] = [];
    view.container.addEventListener(NoteRowOpenEvent.eventName, (event) => {
      if (event instanceof NoteRowOpenEvent) opened.push(event.annotationId);
    });
    await press('{End}');
    await expectAt(size);
    view.desktop.send('notesChanged', { briefingIds: [briefingId(1)] });
    await press('{Enter}');
    await expect.poll(() => opened).toEqual([markId(size)]);
    await expectAt(size);
  });

  it('never leave the rows in sight blank while the list is read anew', async () => {
    await press('{End}');
    await expectAt(size);
    let fewest = Infinity;
    const stop = view.noteList.state.listen(({ rows }) => {
      const shown = Array.from({ length: 5 }, (_, index) => rows.has(size - 1 - index));
      fewest = Math.min(fewest, shown.filter(Boolean).length);
    });
    for (let time = 0; time < 3; time += 1) await view.noteList.refresh();
    stop();
    expect(fewest).toBe(5);
  });

  it('scroll through without a stall', async () => {
    const scroller = listbox.element();
    const frames: number[] = [];
    let last = performance.now();
    for (let step = 0; step < 120; step += 1) {
      scroller.scrollTop += scroller.clientHeight * 3;
      await new Promise(requestAnimationFrame);
      const now = performance.now();
      frames.push(now - last);
      last = now;
    }
    const slowest = frames.toSorted((one, other) => one - other);
    expect(slowest[Math.floor(frames.length * 0.95)]).toBeLessThan(100);
    await expect
      .poll(() => options.elements().filter((row) => row.checkVisibility()).length)
      .toBeGreaterThan(3);
    expect(options.elements().length).toBeLessThan(30);
  });
});
