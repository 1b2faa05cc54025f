import { type Zippable, zipSync } from 'fflate';

/** Writes a zip with these files in this order; a name may be anything. */
export function writeZip(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const encoder = new TextEncoder();
  const entries: Zippable = {};
  for (const [name, contents] of Object.entries(files)) {
    const bytes = typeof contents === 'string' ? encoder.encode(contents) : contents;
    entries[name] = [bytes, { mtime: new Date(2025, 10, 20, 12) }];
  }
  return zipSync(entries);
}
