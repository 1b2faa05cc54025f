import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readImportFile } from '../../../../electron/import/readers/read-import-file.ts';
import type { ExportEntry } from '../../../../electron/shared/export/entry.ts';
import { colorSchema, type Target } from '../../../../electron/shared/model/annotation.ts';
import { dateProvenanceSchema } from '../../../../electron/shared/model/briefing.ts';
import { normaliseTag } from '../../../../electron/shared/model/tag.ts';
import { exportEntries } from '../../../support/export/entries.ts';
import { faultsOfCollection } from '../../export/web-annotation/annotation-model.ts';
import { writtenJson } from '../../export/web-annotation/written-json.ts';
import { briefingOf } from '../../shared/briefings.ts';
import { importedEntries } from './imported-entries.ts';

const hex = (length: number): fc.Arbitrary<string> =>
  fc.string({
    unit: fc.constantFrom(...Array.from('0123456789abcdef')),
    minLength: length,
    maxLength: length,
  });

/** Any code units, lone surrogates and controls too. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units)),
);
const headline = text.filter((words) => words !== '');
const time = fc.integer({ min: -30_610_224_000_000, max: 253_402_300_799_999 });
const fingerprint = fc.option(hex(64));
const offset = fc.nat(1_000_000);

const part = fc.oneof(
  fc.constantFrom('headline', 'dek'),
  fc.nat(99).map((index) => `figures/${index}`),
  fc.nat(99).map((index) => `sections/${index}/heading`),
  fc.tuple(fc.nat(99), fc.nat(99)).map(([section, item]) => `sections/${section}/items/${item}`),
);

const place = fc.oneof(
  fc.constant({ kind: 'briefing' } as const),
  fc.record({ kind: fc.constant('part' as const), part, quote: text }),
);

const target: fc.Arbitrary<Target> = fc.oneof(
  place,
  fc.record({
    kind: fc.constant('passage' as const),
    part,
    quote: fc.record({
      type: fc.constant('TextQuoteSelector' as const),
      exact: text,
      prefix: text,
      suffix: text,
    }),
    position: fc.record({
      type: fc.constant('TextPositionSelector' as const),
      start: offset,
      end: offset,
    }),
    fingerprint,
    repeated: fc.boolean(),
  }),
);

const tags = fc
  .array(fc.string({ unit: 'grapheme', maxLength: 40 }))
  .map((all) => [...new Set(all.map(normaliseTag).filter((tag) => tag !== null))]);

const reference = fc.record({
  id: hex(32),
  fingerprint,
  path: text,
  fileName: headline,
  headline,
  source: fc.option(headline),
  date: fc.option(
    fc.record({
      value: fc.constantFrom('2026-03-04', '1999-12-31'),
      provenance: fc.constantFrom(...dateProvenanceSchema.options),
      evidence: fc.option(text),
    }),
  ),
});

const entry: fc.Arbitrary<ExportEntry> = fc
  .record({
    reference,
    briefing: fc.constantFrom(briefingOf(), briefingOf({ headline: '🚢 Ferries' }), null),
    annotations: fc.array(
      fc.record({
        id: fc.uuid(),
        target,
        color: fc.option(fc.constantFrom(...colorSchema.options)),
        tags,
        note: text,
        createdAt: time,
        modifiedAt: time,
      }),
    ),
    bookmarks: fc.array(fc.record({ id: fc.uuid(), place, createdAt: time })),
  })
  .map(({ reference: known, briefing, annotations, bookmarks }) => {
    const briefingId = known.id;
    return {
      reference: known,
      briefing,
      marks: {
        annotations: annotations.map((annotation) => ({ ...annotation, briefingId })),
        bookmarks: bookmarks.map((bookmark) => ({ ...bookmark, briefingId })),
      },
    };
  });

const entries = fc.uniqueArray(entry, {
  maxLength: 4,
  selector: ({ reference: { id } }) => id,
});

function read(json: string) {
  const file = readImportFile('notes.json', new TextEncoder().encode(json));
  if (!file.ok) throw new Error(file.problem.message);
  return file.value;
}

function byId<Mark extends { readonly id: string | null }>(marks: readonly Mark[]) {
  return marks.toSorted((one, other) => ((one.id ?? '') < (other.id ?? '') ? -1 : 1));
}

it('reads back all that it wrote of the fixture library', async () => {
  const { marks, refused } = read(await writtenJson(exportEntries(), { withText: true }));
  expect(refused).toEqual([]);
  expect(byId(marks)).toEqual(byId(importedEntries(exportEntries())));
});

it('loses nothing of any marks, and writes what is valid', async () => {
  await fc.assert(
    fc.asyncProperty(entries, async (given) => {
      const json = await writtenJson(given);
      const { marks, refused } = read(json);
      expect(refused).toEqual([]);
      expect(byId(marks)).toEqual(byId(importedEntries(given)));
      expect(faultsOfCollection(JSON.parse(json))).toEqual([]);
    }),
    { numRuns: Number(process.env.READOUT_CASES ?? 300) },
  );
});
