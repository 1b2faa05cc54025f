import { splitFrontMatter } from '../../../library/formats/front-matter.ts';
import { briefingIdSchema } from '../../../shared/model/listing.ts';
import type { ImportedSource } from '../../imported-mark.ts';
import { bareDate } from './read-facts.ts';

/** The properties of a file say so much of its briefing, and the lines that follow them the rest. */
export interface Properties {
  readonly source: ImportedSource;
  readonly lines: readonly string[];
}

/** The text of a YAML value on one line, with quotation marks around it or without. */
function valueOf(lines: readonly string[], name: string): string | null {
  const line = lines.find((one) => one.startsWith(`${name}: `));
  const value = line?.slice(name.length + 2).trim() ?? '';
  if (!value.startsWith('"')) return value === '' ? null : value;
  try {
    const text: unknown = JSON.parse(value);
    return typeof text === 'string' ? text : null;
  } catch {
    return null;
  }
}

/**
 * Reads the properties that Obsidian keeps at the beginning of a file (YAML).
 *
 * @see https://help.obsidian.md/properties
 */
export function readProperties(all: readonly string[]): Properties {
  const { frontMatter, lines } = splitFrontMatter(all);
  const properties = all.slice(0, all.length - lines.length);
  const id = briefingIdSchema.safeParse(valueOf(properties, 'readout-id'));
  return {
    lines,
    source: {
      briefingId: id.success ? id.data : null,
      fingerprint: null,
      headline: frontMatter.headline,
      source: frontMatter.source,
      date: bareDate(frontMatter.date),
      address: valueOf(properties, 'file'),
    },
  };
}
