import { hash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { briefingIdOf } from '../library/briefing-id.ts';
import type { BriefingReference } from '../shared/model/annotation.ts';
import { briefingIdSchema, fingerprintSchema } from '../shared/model/listing.ts';
import { fold } from '../shared/search/fold.ts';
import type { ImportedSource } from './imported-mark.ts';

/** What a file says of a briefing, as far as it can be used. */
export interface Clues extends ImportedSource {
  /** The last part of the address, unless that is one of the web, where names mean little. */
  readonly fileName: string | null;
}

/** An address with a scheme. */
const addressWithScheme = /^[a-z][a-z\d+.-]+:\/\//i;

/** On Windows a path begins with a drive or a share; elsewhere a backslash is part of a name. */
const windowsPath = /^(?:[a-z]:[\\/]|\\\\)/i;

function pathOf(address: string): string | null {
  if (!addressWithScheme.test(address)) return address;
  if (!/^file:/i.test(address)) return null;
  try {
    return fileURLToPath(address);
  } catch {
    return null;
  }
}

function filled(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : text;
}

function fileNameOf(path: string): string | null {
  const separator = windowsPath.test(path) ? /[\\/]/ : '/';
  return filled(path.split(separator).at(-1) ?? null);
}

/** What of a source can be used. */
export function cluesOf(source: ImportedSource): Clues {
  const { briefingId, fingerprint } = source;
  const written = filled(source.address);
  const path = written === null ? null : pathOf(written);
  return {
    briefingId: briefingIdSchema.safeParse(briefingId).success ? briefingId : null,
    fingerprint: fingerprintSchema.safeParse(fingerprint).success ? fingerprint : null,
    headline: filled(source.headline),
    source: filled(source.source),
    date: source.date,
    address: path ?? written,
    fileName: path === null ? null : fileNameOf(path),
  };
}

/** A reference to a briefing without a file; `null` where nothing says which one it is. */
export function referenceWithoutFile(clues: Clues): BriefingReference | null {
  const { address, fingerprint, fileName, source, date } = clues;
  const headline = clues.headline ?? fileName ?? address;
  if (headline === null) return null;
  const named = JSON.stringify([fold(headline), fold(source ?? '')]);
  const id = address === null ? hash('sha256', named).slice(0, 32) : briefingIdOf(address);
  return {
    id: clues.briefingId ?? id,
    fingerprint,
    path: address ?? '',
    fileName: fileName ?? '',
    headline,
    source,
    date,
  };
}
