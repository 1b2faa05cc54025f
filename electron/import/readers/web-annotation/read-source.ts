import { type BriefingDate, briefingDateSchema } from '../../../shared/model/briefing.ts';
import { briefingIdSchema, fingerprintSchema } from '../../../shared/model/listing.ts';
import { briefingPrefix } from '../../../shared/export/web-annotation-terms.ts';
import type { ImportedSource } from '../../imported-mark.ts';
import { fieldOf, textField, textsOf, valuesOf } from '../values/json-value.ts';

/** What a file says of its briefings, by their IRIs. */
export type Briefings = ReadonlyMap<string, ImportedSource>;

/** A fingerprint of a file, or `null` for what is none. */
export function fingerprintOf(value: unknown): string | null {
  if (value === undefined) return null;
  const parsed = fingerprintSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}

function dateOf(value: unknown): BriefingDate | null {
  if (value === undefined) return null;
  const parsed = briefingDateSchema.safeParse({
    value: fieldOf(value, 'readout:day'),
    provenance: fieldOf(value, 'readout:provenance'),
    evidence: fieldOf(value, 'readout:evidence') ?? null,
  });
  return parsed.success ? parsed.data : null;
}

function briefingIdOf(iri: string | null): string | null {
  if (iri?.startsWith(briefingPrefix) !== true) return null;
  const parsed = briefingIdSchema.safeParse(iri.slice(briefingPrefix.length));
  return parsed.success ? parsed.data : null;
}

/** The title of a document as other apps write it. */
function titleOf(value: unknown): string | null {
  const titles = ['title', 'dc:title', 'dcterms:title', 'label', 'name'].flatMap((name) =>
    textsOf(fieldOf(value, name)),
  );
  return titles.find((title) => title.trim() !== '') ?? null;
}

/** What an object, or nothing but an IRI, says of the document that a mark is on. */
export function readSource(value: unknown): ImportedSource {
  const iri =
    typeof value === 'string' ? value : (textField(value, 'id') ?? textField(value, '@id'));
  const briefingId = briefingIdOf(iri);
  return {
    briefingId,
    fingerprint: fingerprintOf(fieldOf(value, 'readout:fingerprint')),
    headline: textField(value, 'readout:headline') ?? titleOf(value),
    source: textField(value, 'readout:source'),
    date: dateOf(fieldOf(value, 'readout:date')),
    address: textField(value, 'readout:fileName') ?? (briefingId === null ? iri : null),
  };
}

/** The briefings that a collection of this app names once for all of its marks. */
export function readBriefings(document: unknown): Briefings {
  const named = valuesOf(fieldOf(document, 'readout:briefings'));
  return new Map(
    named.flatMap((briefing) => {
      const iri = textField(briefing, 'id');
      return iri === null ? [] : [[iri, readSource(briefing)] as const];
    }),
  );
}
