import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFileTracker, createListingFilter } from '../../../electron/notes/moved-file.ts';
import { listingOf, referenceOf } from '../../support/notes/drafts.ts';

const few = fc.integer({ min: 1, max: 4 });

/** Files and references that often share an id, bytes or a name. */
const shape = fc.record({ id: few, bytes: fc.option(few), name: few });

function changesOf({ bytes, name }: { readonly bytes: number | null; readonly name: number }) {
  const { fileName, headline } = listingOf(name);
  return { fileName, headline, fingerprint: bytes === null ? null : listingOf(bytes).fingerprint };
}

describe('createListingFilter', () => {
  it('keeps all that tells where a file was moved to', () => {
    fc.assert(
      fc.property(
        fc.array(shape, { maxLength: 8 }),
        fc.array(shape, { maxLength: 4 }),
        (files, marked) => {
          const listings = files.map((file, index) =>
            listingOf(file.id + 10 * index, changesOf(file)),
          );
          const references = marked.map((one) => referenceOf(one.id, changesOf(one)));
          const whole = createFileTracker(listings);
          const some = createFileTracker(listings.filter(createListingFilter(references)));
          expect(references.map(some)).toEqual(references.map(whole));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('leaves out what has nothing to do with any of them', () => {
    const isKept = createListingFilter([referenceOf(1)]);
    expect([listingOf(1), listingOf(2)].map(isKept)).toEqual([true, false]);
  });
});
