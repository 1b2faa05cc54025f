import path from 'node:path';
import { writeNewFileAtomically } from '../export/write-new-file-atomically.ts';
import type { Library } from '../library/library.ts';
import { safeFileName } from '../shared/export/file-name.ts';
import type { Root } from '../shared/model/listing.ts';
import type { Problem } from '../shared/model/problem.ts';
import { failure, type Result, success } from '../shared/result.ts';
import type { Inbox } from './inbox.ts';

export interface PasteOptions {
  /** The text on the clipboard; empty where there is none. */
  readonly readText: () => Promise<string>;
  readonly inbox: Inbox;
  readonly library: Pick<Library, 'readNow' | 'setRoots'>;
  /** The folders of the library as they are now. */
  readonly roots: () => readonly Root[];
}

/** The longest text that is taken, in UTF-16 code units. */
const longestText = 20_000_000;

const nothing: Problem = {
  kind: 'missing',
  message: 'There is no text on the clipboard. Copy a story and try again.',
};

const tooLong: Problem = {
  kind: 'unreadable',
  message:
    'The text on the clipboard is too long for one briefing. Save it as a file and add its folder to the library.',
};

const ending = '.txt';

/** Names for the file of a text, the best first: its first line, then that with a number. */
function* fileNames(text: string): Generator<string> {
  const firstLine = text.trimStart().split(/[\r\n]/u, 1)[0] ?? '';
  const name = safeFileName(firstLine, ending);
  yield name;
  const bare = name.slice(0, -ending.length);
  for (let number = 2; ; number += 1) yield `${bare} ${number}${ending}`;
}

async function makeInbox(inbox: Inbox): Promise<Result<null, Problem>> {
  try {
    await inbox.make();
    return success(null);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `The inbox folder ${inbox.folder} could not be made. ${reason}`;
    return failure({ kind: 'unwritable', message });
  }
}

/** Writes a text into the inbox, under a name that no file has. Resolves with the file's path. */
async function save(text: string, inbox: Inbox): Promise<Result<string, Problem>> {
  const made = await makeInbox(inbox);
  if (!made.ok) return made;
  const bytes = new TextEncoder().encode(text);
  const written = await writeNewFileAtomically(inbox.folder, fileNames(text), bytes);
  return written.ok ? success(path.resolve(written.value.path)) : written;
}

/** Saves the text on the clipboard as a file in the inbox and resolves with its briefing's id. */
export async function pasteBriefing({
  readText,
  inbox,
  library,
  roots,
}: PasteOptions): Promise<Result<{ readonly id: string }, Problem>> {
  const text = await readText();
  if (text.trim() === '') return failure(nothing);
  if (text.length > longestText) return failure(tooLong);
  const isNew = !inbox.isThere();
  const saved = await save(text, inbox);
  if (!saved.ok) return saved;
  if (isNew) await library.setRoots(roots());
  const id = await library.readNow(saved.value);
  if (id !== null) return success({ id });
  const message = `The text was saved as ${saved.value}, but it could not be read into the library. Look for new files.`;
  return failure({ kind: 'unreadable', message });
}
