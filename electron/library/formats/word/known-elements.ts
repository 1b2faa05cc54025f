import type { WordParts } from './word-parts.ts';

/**
 * Elements around text that the library for Word leaves out with all inside of them: fields, changes
 * of the writing direction, the text under ruby, and formulas (ECMA-376 part 1, 17.16.19, 17.3.2.3,
 * 17.3.3.25, 22.1.2). What they hold is read as if they were not there.
 */
const renamed: ReadonlyMap<string, string> = new Map([
  ['w:fldSimple', 'w:smartTag'],
  ['w:dir', 'w:smartTag'],
  ['w:bdo', 'w:smartTag'],
  ['w:ruby', 'w:smartTag'],
  ['w:rubyBase', 'w:smartTag'],
  ['w:cr', 'w:br'],
  ['m:r', 'w:r'],
  ['m:t', 'w:t'],
]);

/** A formula's own elements; those that end in `Pr` say how it looks. */
const formula = /^m:\w+(?<!Pr)$/;

const tagStart = /(?<=<\/?)(?:w:(?:fldSimple|dir|bdo|ruby|rubyBase|cr)|m:\w+)(?=[\s/>])/g;

function knownName(name: string): string {
  return renamed.get(name) ?? (formula.test(name) ? 'w:smartTag' : name);
}

function withKnownNames(part: Uint8Array): Uint8Array {
  const xml = new TextDecoder().decode(part);
  const known = xml.replace(tagStart, knownName);
  return known === xml ? part : new TextEncoder().encode(known);
}

/** The parts of a document with elements in their texts that the library knows. */
export function withKnownElements(parts: WordParts): WordParts {
  return new Map(
    [...parts].map(([name, part]) => [
      name,
      /^word\/[^/]*\.xml$/i.test(name) ? withKnownNames(part) : part,
    ]),
  );
}
