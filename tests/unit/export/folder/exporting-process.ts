/**
 * Exports four briefings to a folder, again and again with other notes, until it is killed:
 * `node exporting-process.ts FOLDER PROFILE`. After each file a line goes to standard output at once.
 */
import { writeSync } from 'node:fs';
import { openExportRecord } from '../../../../electron/export/folder/export-record.ts';
import { exportToFolder } from '../../../../electron/export/folder/export-to-folder.ts';
import { versionsOf } from './versions.ts';

const [folder = '', profile = ''] = process.argv.slice(2);
const record = openExportRecord(profile, () => 0);
if (!record.ok) throw new Error(record.problem.message);
for (let version = 1; ; version += 1) {
  const result = await exportToFolder({
    folder,
    files: versionsOf(version),
    record: record.value,
    progress: () => writeSync(1, `${version}\n`),
  });
  if (!result.ok) throw new Error(result.problem.message);
}
