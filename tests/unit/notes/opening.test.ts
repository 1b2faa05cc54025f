import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { applicationId, migrations } from '../../../electron/notes/migrations.ts';
import { openNotes } from '../../../electron/notes/open-notes.ts';
import { bookmarkDraft, briefingIdOf, noteDraft, referenceOf } from '../../support/notes/drafts.ts';
import {
  openStore,
  temporaryFile,
  temporaryFolder,
  valueOf,
} from '../../support/notes/store-folder.ts';

const openedAt = Date.UTC(2026, 2, 4, 5, 6, 7, 8);
const stamp = '2026-03-04T05-06-07.008Z';

/** A notes file with 50 notes, closed. */
function writtenFile(): string {
  const file = temporaryFile();
  const { notes } = openStore(file);
  for (let count = 0; count < 50; count += 1) {
    valueOf(
      notes.saveAnnotation(noteDraft({ note: `Note ${count}. `.repeat(99) }), referenceOf(1)),
    );
  }
  notes.close();
  return file;
}

function writePragma(file: string, pragma: string): void {
  const database = new DatabaseSync(file);
  database.exec(`PRAGMA ${pragma}`);
  database.close();
}

/** What stands at `file` is renamed with its date, and the notes opened there are new and work. */
function expectSetAside(file: string): string {
  const { notes, setAside } = openStore(file, () => openedAt);
  const expected = path.join(path.dirname(file), `notes-unreadable-${stamp}.sqlite`);
  expect(setAside).toBe(expected);
  expect(notes.countMarks()).toEqual([]);
  const draft = noteDraft();
  valueOf(notes.saveAnnotation(draft, referenceOf(1)));
  notes.close();
  const again = openStore(file);
  expect(again.setAside).toBeNull();
  expect(again.notes.marksOf(draft.briefingId).annotations.map(({ id }) => id)).toEqual([draft.id]);
  return expected;
}

describe('a folder without notes', () => {
  it('gets them, with the folders above, for their owner only', () => {
    const folder = path.join(temporaryFolder(), 'a', 'b');
    const { notes, setAside } = openStore(path.join(folder, 'notes.sqlite'));
    expect(setAside).toBeNull();
    expect(notes.countMarks()).toEqual([]);
    if (process.platform !== 'win32') expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('is reported when it cannot be made', () => {
    const file = temporaryFile();
    writeFileSync(file, 'a file, no folder');
    const opened = openNotes({ file: path.join(file, 'notes.sqlite') });
    expect(opened).toMatchObject({ ok: false, problem: { kind: 'unreadable' } });
    expect(readFileSync(file, 'utf8')).toBe('a file, no folder');
  });

  it('gets them despite a half-made file of a start that was killed', () => {
    const file = temporaryFile();
    writeFileSync(`${file}-new`, 'half');
    writeFileSync(`${file}-new-wal`, 'half');
    expect(openStore(file).setAside).toBeNull();
    expect(existsSync(`${file}-new`)).toBe(false);
  });
});

describe('a store', () => {
  it('stays as it is over opening and closing', () => {
    const file = writtenFile();
    const { notes, setAside } = openStore(file);
    expect(setAside).toBeNull();
    expect(notes.marksOf(briefingIdOf(1)).annotations).toHaveLength(50);
    notes.close();
    expect(readdirSync(path.dirname(file)).sort()).toEqual([
      'notes.sqlite',
      'notes.sqlite-opening',
    ]);
  });

  it('can be closed twice, and writes nothing after that', () => {
    const { notes } = openStore(temporaryFile());
    notes.close();
    expect(() => notes.close()).not.toThrow();
    expect(() => notes.addBookmark(bookmarkDraft(), referenceOf(1))).toThrow();
  });

  it('of a newer version is refused and left alone', () => {
    const file = writtenFile();
    writePragma(file, `user_version = ${migrations.length + 1}`);
    const before = readFileSync(file);
    const opened = openNotes({ file });
    expect(opened).toMatchObject({ ok: false, problem: { kind: 'unreadable' } });
    const message = opened.ok ? '' : opened.problem.message;
    expect(message).toContain(file);
    expect(message).toContain('newer Readout');
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(path.dirname(file)).filter((name) => name.includes('unreadable'))).toEqual(
      [],
    );
    writePragma(file, `user_version = ${migrations.length}`);
    expect(openStore(file).notes.marksOf(briefingIdOf(1)).annotations).toHaveLength(50);
  });

  it('behind a link whose target is not there is refused, and the link left alone', () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'notes.sqlite');
    symlinkSync(path.join(folder, 'unplugged', 'notes.sqlite'), file);
    expect(openNotes({ file })).toMatchObject({ ok: false, problem: { kind: 'unreadable' } });
    expect(readdirSync(folder)).toContain('notes.sqlite');
  });
});

describe('an unreadable store', () => {
  it.each<[string, (bytes: Buffer) => Uint8Array]>([
    ['nothing', () => Buffer.alloc(0)],
    ['one byte', () => Buffer.from('S')],
    ['NULs', (bytes) => Buffer.alloc(bytes.length)],
    ['its first half', (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['its first pages and a bit', (bytes) => bytes.subarray(0, 4096 * 3 + 100)],
    ['only its header', (bytes) => bytes.subarray(0, 100)],
    ['a byte order mark before it', (bytes) => Buffer.concat([Buffer.from('\uFEFF'), bytes])],
    ['JSON', () => Buffer.from('{"__proto__":{"notes":[]}}')],
    ['noise', (bytes) => bytes.map((byte, index) => (byte * 31 + index * 17) & 0xff)],
    ['NULs from its second page on', (bytes) => Buffer.from(bytes).fill(0, 4096)],
    ['noise in one page', (bytes) => Buffer.from(bytes).fill('noise', 4096 * 2, 4096 * 3)],
  ])('that holds %s is set aside, byte by byte', (_name, corrupt) => {
    const file = writtenFile();
    const bytes = corrupt(readFileSync(file));
    writeFileSync(file, bytes);
    expect(readFileSync(expectSetAside(file)).equals(bytes)).toBe(true);
  });

  it('that is the database of another program is set aside', () => {
    const file = temporaryFile();
    const database = new DatabaseSync(file);
    database.exec('CREATE TABLE annotation (id TEXT); INSERT INTO annotation VALUES (1)');
    database.close();
    const aside = new DatabaseSync(expectSetAside(file));
    expect(aside.prepare('SELECT count(*) AS count FROM annotation').get()).toEqual({ count: 1 });
    aside.close();
  });

  it.each(['annotation', 'bookmark', 'change'])('without its table %s is set aside', (table) => {
    const file = writtenFile();
    const database = new DatabaseSync(file);
    database.exec(`DROP TABLE ${table}`);
    database.close();
    expectSetAside(file);
  });

  it('of no version is set aside', () => {
    const file = writtenFile();
    writePragma(file, 'user_version = 0');
    expectSetAside(file);
  });

  it('that is a folder is set aside', () => {
    const file = temporaryFile();
    mkdirSync(file);
    writeFileSync(path.join(file, 'inside.txt'), 'kept');
    expect(readFileSync(path.join(expectSetAside(file), 'inside.txt'), 'utf8')).toBe('kept');
  });

  it('takes its log along', () => {
    const file = writtenFile();
    const noise = Buffer.from('no database at all '.repeat(500));
    writeFileSync(file, noise);
    const log = Buffer.from('log '.repeat(500));
    for (const companion of ['-wal', '-shm']) writeFileSync(file + companion, log);
    const aside = expectSetAside(file);
    expect(readFileSync(aside).equals(noise)).toBe(true);
    expect(readFileSync(`${aside}-wal`).equals(log)).toBe(true);
    expect(existsSync(`${aside}-shm`)).toBe(true);
  });

  it('is set aside with a rollback journal beside it, too', () => {
    const file = writtenFile();
    const noise = Buffer.from('no database at all '.repeat(500));
    writeFileSync(file, noise);
    writeFileSync(`${file}-journal`, noise);
    expect(readFileSync(expectSetAside(file)).equals(noise)).toBe(true);
  });

  it('keeps what was in its log when it is damaged after a kill', () => {
    const source = temporaryFile();
    const { notes } = openStore(source);
    valueOf(notes.saveAnnotation(noteDraft({ note: 'Only in the log.' }), referenceOf(1)));
    const file = temporaryFile();
    writeFileSync(file, readFileSync(source).subarray(0, 4096 * 2));
    const log = readFileSync(`${source}-wal`);
    writeFileSync(`${file}-wal`, log.subarray(0, log.length - 1));
    const before = readFileSync(file);
    const aside = expectSetAside(file);
    expect(readFileSync(aside).equals(before)).toBe(true);
    expect(readFileSync(`${aside}-wal`).includes('Only in the log.')).toBe(true);
  });

  it('that was emptied keeps its log, which SQLite would delete', () => {
    const source = temporaryFile();
    const { notes } = openStore(source);
    valueOf(notes.saveAnnotation(noteDraft(), referenceOf(1)));
    const file = temporaryFile();
    const log = readFileSync(`${source}-wal`);
    writeFileSync(file, '');
    writeFileSync(`${file}-wal`, log);
    expect(readFileSync(`${expectSetAside(file)}-wal`).equals(log)).toBe(true);
  });

  it('that lost its file but not its log leaves the log readable beside the new one', () => {
    const file = temporaryFile();
    writeFileSync(`${file}-wal`, 'a log');
    expect(readFileSync(`${expectSetAside(file)}-wal`, 'utf8')).toBe('a log');
  });

  it('never takes the name of an earlier one', () => {
    const file = temporaryFile();
    const folder = path.dirname(file);
    for (const content of ['first', 'second', 'third']) {
      writeFileSync(file, content);
      openStore(file, () => openedAt).notes.close();
    }
    const contents = ['', '-2', '-3'].map((suffix) =>
      readFileSync(path.join(folder, `notes-unreadable-${stamp}${suffix}.sqlite`), 'utf8'),
    );
    expect(contents).toEqual(['first', 'second', 'third']);
  });

  it('does not keep damage of the lock from opening the notes', () => {
    const file = writtenFile();
    writeFileSync(`${file}-opening`, 'noise '.repeat(2000));
    const { notes, setAside } = openStore(file);
    expect(setAside).toBeNull();
    expect(notes.marksOf(briefingIdOf(1)).annotations).toHaveLength(50);
  });

  it('is recognised when its log is cut, and the rest is kept', () => {
    const source = writtenFile();
    const first = openStore(source);
    valueOf(first.notes.saveAnnotation(noteDraft(), referenceOf(1)));
    const file = temporaryFile();
    writeFileSync(file, readFileSync(source));
    writeFileSync(`${file}-wal`, readFileSync(`${source}-wal`));
    truncateSync(`${file}-wal`, 1000);
    const { notes, setAside } = openStore(file);
    expect(setAside).toBeNull();
    expect(notes.marksOf(briefingIdOf(1)).annotations).toHaveLength(50);
  });
});

describe('the file', () => {
  it('says whose it is and which version it has', () => {
    const file = writtenFile();
    const header = readFileSync(file).subarray(0, 100);
    expect(header.readUInt32BE(60)).toBe(migrations.length);
    expect(header.readUInt32BE(68)).toBe(applicationId);
  });

  it('that is replaced while it is open takes no more notes', () => {
    const file = temporaryFile();
    const { notes } = openStore(file);
    const bytes = readFileSync(writtenFile());
    const saved = noteDraft();
    valueOf(notes.saveAnnotation(saved, referenceOf(1)));
    const heard: unknown[] = [];
    notes.onChanged((ids) => heard.push(ids));
    renameSync(file, `${file}-moved`);
    writeFileSync(file, bytes);
    const outcome = notes.saveAnnotation(noteDraft(), referenceOf(1));
    expect(outcome).toMatchObject({ ok: false, problem: { kind: 'unwritable' } });
    expect(outcome.ok ? '' : outcome.problem.message).toContain('moved or replaced');
    expect(heard).toEqual([]);
    expect(notes.marksOf(saved.briefingId).annotations).toHaveLength(1);
  });
});
