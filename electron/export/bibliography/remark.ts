import { basisOf } from '../../shared/export/date-words.ts';
import { inOneLine } from '../../shared/export/in-one-line.ts';
import type { BriefingReference } from '../../shared/model/annotation.ts';

/** What a reference says of the file, and of a date that the file does not state. */
export function remarkOn({ fileName, date }: BriefingReference): string {
  const isStated =
    date === null || date.provenance === 'front matter' || date.provenance === 'file name';
  const file = `Read from the file ${inOneLine(fileName)}`;
  return isStated ? file : `${file}; date ${basisOf(date.provenance)}`;
}
