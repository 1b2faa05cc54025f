import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createHandlers } from '../../../electron/handlers.ts';
import { openNotes } from '../../../electron/notes/open-notes.ts';
import type { Handlers } from '../../../electron/shared/ipc.ts';
import type { NoteQuery } from '../../../electron/shared/model/note-list.ts';
import { fakeDesktop } from '../../support/fake-desktop.ts';
import { valueOf } from '../../support/notes/store-folder.ts';
import { fakeLibrary } from '../electron/fakes.ts';
import { annotationDraftOf, briefingId, markId, openedOf } from '../shared/marks.ts';
import { unexpectedExchange } from '../../support/unexpected-exchange.ts';

const opened = [
  openedOf(1, { headline: 'Zoo closes' }),
  openedOf(2, { headline: 'Élan of the ferries' }),
  openedOf(3, { headline: 'eagles return' }),
];

const unexpected = (): never => {
  throw new Error('not expected');
};

/** What both sides are asked: the fake of the component tests, and the app over a real file. */
type Side = Pick<
  Handlers,
  | 'saveAnnotation'
  | 'saveAnnotations'
  | 'removeAnnotations'
  | 'renameTag'
  | 'removeTag'
  | 'restoreAnnotations'
  | 'restoreVersion'
  | 'undo'
  | 'redo'
  | 'listTags'
  | 'outlineNotes'
  | 'queryNotes'
  | 'historyOf'
  | 'listTrash'
>;

interface Sides {
  readonly fake: Side;
  readonly real: Side;
  /** Takes all but the first briefings out of both libraries. */
  readonly keep: (count: number) => void;
  readonly close: () => void;
}

function openSides(file: string): Sides {
  let listings = opened.map(({ listing }) => listing);
  const { notes } = valueOf(openNotes({ file }));
  const desktop = fakeDesktop(opened);
  const real = createHandlers({
    library: fakeLibrary({
      find: (ids) => Promise.resolve(listings.filter(({ id }) => ids.includes(id))),
    }),
    notes,
    settings: { readSettings: unexpected, changeSettings: unexpected },
    exchange: unexpectedExchange(),
    roots: {
      addRoots: unexpected,
      removeRoot: unexpected,
      changeRoot: unexpected,
      pasteBriefing: unexpected,
    },
    openLink: unexpected,
    confirmFlush: unexpected,
    copyText: unexpected,
  });
  return {
    fake: desktop.api,
    real,
    keep: (count) => {
      listings = opened.slice(0, count).map(({ listing }) => listing);
      desktop.changeLibrary({ briefings: opened.slice(0, count) });
    },
    close: () => notes.close(),
  };
}

const queries: readonly NoteQuery[] = (['briefing', 'tag', 'day'] as const).flatMap((group) => [
  { words: '', colors: [], tags: [], group },
  { words: 'A ELAN', colors: [], tags: ['x'], group },
  { words: '', colors: ['blue'], tags: [], group },
]);

async function stateOf(side: Side): Promise<object> {
  const outlines = [];
  for (const query of queries) {
    const outline = await side.outlineNotes(query);
    const rows = await side.queryNotes({ query, offset: 0, limit: 500 });
    outlines.push({ outline, rows });
  }
  const histories = [];
  for (const number of [0, 1, 2, 3]) {
    const versions = await side.historyOf({ id: markId(number) });
    histories.push(versions.map((version) => ({ ...version, sequence: 0 })));
  }
  const trash = await side.listTrash({ offset: 0, limit: 500 });
  return { outlines, histories, trash, tags: await side.listTags({}) };
}

const mark = fc.nat({ max: 3 });
const tag = fc.constantFrom('x', 'Y', 'x/y', 'y');
const draft = fc
  .record({
    number: mark,
    note: fc.constantFrom('', 'a', 'É'),
    tags: fc.uniqueArray(tag, { maxLength: 2 }),
    color: fc.constantFrom('blue' as const, null),
    editing: fc.constantFrom(markId(7), markId(8)),
  })
  .map(({ number, ...content }) =>
    annotationDraftOf(number, { ...content, briefingId: briefingId(1 + (number % 3)) }),
  );
const ids = fc.array(mark.map(markId), { maxLength: 3 });

type Act = (side: Side) => unknown;

const act: fc.Arbitrary<Act | number> = fc.oneof(
  draft.map(
    (one): Act =>
      (side) =>
        side.saveAnnotation(one),
  ),
  fc.array(draft, { maxLength: 3 }).map(
    (drafts): Act =>
      (side) =>
        side.saveAnnotations({ drafts }),
  ),
  ids.map(
    (all): Act =>
      (side) =>
        side.removeAnnotations({ ids: all }),
  ),
  ids.map(
    (all): Act =>
      (side) =>
        side.restoreAnnotations({ ids: all }),
  ),
  fc.tuple(tag, tag).map(
    ([from, to]): Act =>
      (side) =>
        side.renameTag({ from, to }),
  ),
  tag.map(
    (removed): Act =>
      (side) =>
        side.removeTag({ tag: removed }),
  ),
  fc.tuple(mark, fc.nat()).map(([number, choice]): Act => async (side) => {
    const id = markId(number);
    const versions = await side.historyOf({ id });
    const { sequence = 0 } = versions[choice % Math.max(versions.length, 1)] ?? {};
    return side.restoreVersion({ id, sequence });
  }),
  fc.constant<Act>((side) => side.undo({})),
  fc.constant<Act>((side) => side.redo({})),
  fc.integer({ min: 1, max: 3 }),
);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: 1_770_000_000_000 });
});

afterEach(() => {
  vi.useRealTimers();
});

it('the fake of the component tests answers as the app does', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'readout-notes-'));
  let count = 0;
  try {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 20, size: 'max' }), async (acts) => {
        count += 1;
        const sides = openSides(path.join(folder, `notes-${count}.sqlite`));
        try {
          for (const one of acts) {
            vi.setSystemTime(Date.now() + 50_000_000);
            if (typeof one === 'number') sides.keep(one);
            else expect(await one(sides.fake)).toEqual(await one(sides.real));
            expect(await stateOf(sides.fake)).toEqual(await stateOf(sides.real));
          }
        } finally {
          sides.close();
        }
      }),
      { numRuns: Number(process.env['READOUT_FAKE_RUNS'] ?? 40) },
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
