import { Zip, ZipDeflate } from 'fflate';
import { safeFileName } from '../../shared/export/file-name.ts';
import { foldName } from '../../shared/export/unique-names.ts';

/** A file of an archive. */
export interface ZipMember {
  /** Its name, with `/` between it and the folders that it is in. */
  readonly name: string;
  /** Its content, piece by piece; text is written as UTF-8. */
  readonly write: () => AsyncIterable<string | Uint8Array>;
}

/** What the format has room for without its extension to 64 bits, which the writer does not make. */
const mostMembers = 65_535;
const mostBytes = 0xffff_ffff;

/** The first day that the format can state. It is read in local time, and so the same in every zone. */
const day = new Date(1980, 0, 1);

/** Content is compressed in steps of so many bytes. */
const stepLength = 256 * 1024;

/** A name with folders in which each step is safe: no step leads out of the folder of the archive. */
function safePath(name: string, suffix: string): string {
  const steps = name.split(/[\\/]/).filter((step) => !/^[. ]*$/.test(step));
  const last = steps.pop() ?? '';
  const [, stem = '', extension = ''] = /^(.*?)(\.[a-z0-9]{1,8})?$/is.exec(last) ?? [];
  const folders = steps.map((step) => safeFileName(step, ''));
  return [...folders, safeFileName(stem, suffix + extension)].join('/');
}

/** The names of the members in the archive, each its own whatever the system that unpacks it. */
function pathsOf(members: readonly ZipMember[]): readonly string[] {
  const taken = new Set<string>();
  return members.map(({ name }) => {
    let path = safePath(name, '');
    for (let number = 2; taken.has(foldName(path)); number += 1) {
      path = safePath(name, ` (${number})`);
    }
    taken.add(foldName(path));
    return path;
  });
}

/** Pieces as steps of the same length, so that the archive does not depend on how it came. */
async function* inSteps(pieces: AsyncIterable<string | Uint8Array>): AsyncGenerator<Uint8Array> {
  let gathered: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    let bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
    while (length + bytes.length >= stepLength) {
      const end = stepLength - length;
      yield Buffer.concat([...gathered, bytes.subarray(0, end)]);
      bytes = bytes.subarray(end);
      gathered = [];
      length = 0;
    }
    gathered.push(bytes);
    length += bytes.length;
  }
  yield Buffer.concat(gathered);
}

/**
 * A zip archive, member after member, piece by piece: memory does not grow with its size. The same
 * members give the same bytes. Rejects where a member fails, or the archive would pass 4 GiB or 65,535
 * members.
 *
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export async function* zipWriter(members: readonly ZipMember[]): AsyncGenerator<Uint8Array> {
  if (members.length > mostMembers) throw new Error('A zip holds at most 65,535 files.');
  const archive = collectingZip();
  const paths = pathsOf(members);
  for (const [index, { write }] of members.entries()) {
    const file = new ZipDeflate(paths[index] ?? '', { level: 6 });
    file.mtime = day;
    archive.zip.add(file);
    for await (const step of inSteps(write())) {
      file.push(step);
      yield* archive.take(file.size);
    }
    file.push(new Uint8Array(0), true);
    yield* archive.take(file.size);
  }
  archive.zip.end();
  yield* archive.take(0);
}

interface CollectingZip {
  readonly zip: Zip;
  /** What the archive has since the last call, given how many bytes the member has so far. */
  readonly take: (memberLength: number) => readonly Uint8Array[];
}

function collectingZip(): CollectingZip {
  let made: Uint8Array[] = [];
  let length = 0;
  let failed: Error | null = null;
  const zip = new Zip((error, bytes) => {
    failed = error ?? failed;
    made.push(bytes);
    length += bytes.length;
  });
  const take = (memberLength: number): readonly Uint8Array[] => {
    if (failed !== null) throw failed;
    if (length > mostBytes || memberLength > mostBytes) {
      throw new Error(
        'A zip holds at most 4 GiB. Choose fewer briefings, or leave out their text.',
      );
    }
    const taken = made;
    made = [];
    return taken;
  };
  return { zip, take };
}
