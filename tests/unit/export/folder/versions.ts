import type { ExportedFile } from '../../../../electron/export/folder/export-file.ts';

/** The text of a briefing whose note is of this version; it grows and shrinks. */
export function versionOf(briefing: number, version: number): ExportedFile {
  const briefingId = String(briefing).padStart(32, '0');
  const note = `version ${version}${' words'.repeat((version * 997) % 5000)}`;
  return {
    briefingId,
    name: `Story ${briefing}.md`,
    text: `---\nreadout: ${briefingId}\n---\n\n# Story\n\n- Place <!-- rd-aaaaaaaaaaaa -->\n\n  ${note}\n`,
  };
}

/** All four briefings of a version, one by one. */
export async function* versionsOf(version: number): AsyncGenerator<ExportedFile> {
  for (let briefing = 1; briefing <= 4; briefing += 1)
    yield await Promise.resolve(versionOf(briefing, version));
}
