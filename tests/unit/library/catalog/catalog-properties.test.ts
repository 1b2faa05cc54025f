import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CatalogModel, type ModelMarks, type ModelQuery, modelQueries } from './catalog-model.ts';
import { currentFingerprint, idOf, marksOn, newest, openedCatalog } from './opened-catalog.ts';

const names = ['a', 'b', 'c', 'd', 'e'];
const words = ['ferry', 'strike', 'harbour', 'Müller', '北京'];
/** Long enough to be the same story in two files. */
const longText = 'ferry and harbour stay closed until the strike ends';

const story = fc.record({
  headline: fc.constantFrom(...words),
  day: fc.option(fc.constantFrom('2025-11-17', '2025-11-18', '2025-11-19')),
  text: fc.oneof(
    fc.array(fc.constantFrom(...words), { maxLength: 3 }).map((chosen) => chosen.join(' ')),
    fc.constant(longText),
  ),
  source: fc.constantFrom('Harbour Post', 'Reuters'),
});

const marks: fc.Arbitrary<ModelMarks> = fc.record({
  note: fc.option(fc.constantFrom('Ask the ministry', 'Which ferry?')),
  tag: fc.option(fc.constantFrom('Sea/Trade', 'Energy')),
  isBookmarked: fc.boolean(),
});

const name = fc.constantFrom(...names);
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('put' as const), name, story }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), name }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('mark' as const), name, marks }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('read' as const), name }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('keep' as const), name, isCurrent: fc.boolean() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('pin' as const), name, isPinned: fc.boolean() }),
  },
);

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;
type Catalog = ReturnType<typeof openedCatalog>;

function indexedMarks(file: string, { note, tag, isBookmarked }: ModelMarks) {
  return marksOn(file, {
    notes: note === null ? [] : [note],
    tags: tag === null ? [] : [tag],
    annotationCount: note === null && tag === null ? 0 : 1,
    bookmarkCount: Number(isBookmarked),
  });
}

function take(one: Step, file: string, catalog: Catalog, model: CatalogModel): void {
  switch (one.kind) {
    case 'put':
      catalog.put(file, one.story);
      model.put(file, one.story);
      break;
    case 'remove':
      catalog.writer.batch(() => catalog.writer.removeFile(`/news/${file}`));
      model.remove(file);
      break;
    case 'mark':
      catalog.mark(indexedMarks(file, one.marks));
      model.mark(file, one.marks);
      break;
    case 'read':
      catalog.states.set([idOf(file)], 'read');
      model.read(file);
      break;
    case 'keep':
      catalog.states.keepVersion(idOf(file), {
        fingerprint: one.isCurrent ? currentFingerprint : 'b'.repeat(64),
        briefing: new Uint8Array([1]),
        readAt: 1,
      });
      model.keep(file, one.isCurrent);
      break;
    case 'pin':
      catalog.states.setPinned([idOf(file)], one.isPinned);
      model.pin(file, one.isPinned);
      break;
  }
}

function expectAgreement({ reader }: Catalog, model: CatalogModel, query: ModelQuery): void {
  const filter = newest(query.text);
  const expected = model.find(query);
  const rows = [0, 2, 4].flatMap((offset) => reader.query({ filter, offset, limit: 2 }));
  const seen = rows.map(({ id, copyCount }) => ({ id, copyCount }));
  expect([query.text, seen]).toEqual([
    query.text,
    expected.map((row) => ({ id: idOf(row.name), copyCount: model.copyCount(row) })),
  ]);
  const days = expected.map((row) => row.story.day ?? null);
  expect([query.text, reader.outline(filter)]).toEqual([
    query.text,
    {
      total: expected.length,
      isCapped: false,
      days: [...new Set(days)].map((day) => ({
        day,
        count: days.filter((one) => one === day).length,
      })),
    },
  ]);
  const places = expected.map((row) => reader.locate(filter, idOf(row.name)));
  expect([query.text, places]).toEqual([query.text, [...expected.keys()]]);
}

/** The counts of the sidebar are those of the lists that its views show. */
function expectCounts({ reader }: Catalog): void {
  const total = (view: string): number => reader.outline(newest('', view)).total;
  expect(reader.countViews()).toMatchObject({
    all: total(''),
    unread: total('is:unread -is:problem'),
    pinned: total('is:pinned'),
    changed: total('is:changed'),
    bookmarked: total('is:bookmarked'),
    annotated: total('(has:note OR has:highlight)'),
  });
  for (const { source, count } of reader.countViews().sources) {
    expect([source, count]).toEqual([source, total(`source:"${source}"`)]);
  }
  for (const { tag, count } of reader.countViews().tags) {
    expect([tag, count]).toEqual([tag, total(`tag:"${tag}"`)]);
  }
}

describe('a catalog after any steps', () => {
  it('answers every query as a plain list does, page by page, and knows each place', () => {
    const catalog = openedCatalog();
    let run = 0;
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        // The files of each run have other names, so that nothing is known of them.
        run += 1;
        const fileOf = (file: string): string => `${run}-${file}`;
        const model = new CatalogModel();
        for (const one of steps) take(one, fileOf(one.name), catalog, model);
        for (const query of modelQueries) expectAgreement(catalog, model, query);
        expectCounts(catalog);
        catalog.writer.batch(() => {
          for (const file of names) catalog.writer.removeFile(`/news/${fileOf(file)}`);
        });
        expect(catalog.reader.outline(newest('is:copy OR -is:copy ')).total).toBe(0);
      }),
      { numRuns: 60 },
    );
  });
});
