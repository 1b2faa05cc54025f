import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { backUpNotes } from '../../../electron/command-line/backup-command.ts';
import {
  restoreNotes,
  type RestoreOptions,
} from '../../../electron/command-line/restore-command.ts';
import type { Streams } from '../../../electron/command-line/streams.ts';
import { noteDraft, referenceOf } from '../../support/notes/drafts.ts';
import { openStore, temporaryFolder, valueOf } from '../../support/notes/store-folder.ts';
import { type BackupProfile, filesIn, marksIn, openProfile } from '../../support/backup/profile.ts';

async function outputOf(command: (streams: Streams) => Promise<void>): Promise<string> {
  let output = '';
  const take = { write: (text: string) => void (output += text) };
  await command({ output: take, errors: take });
  return output;
}

function backUp(profile: string): Promise<string> {
  return outputOf((streams) => backUpNotes({ profile }, streams));
}

function restore(source: string, options: RestoreOptions): Promise<string> {
  return outputOf((streams) => restoreNotes(source, options, streams));
}

/** A profile with one note, whose backup was made by the command; the note was removed since. */
async function backedUp(): Promise<BackupProfile & { readonly file: string; readonly id: string }> {
  const opened = openProfile();
  const draft = noteDraft({ note: 'The ferry\nruns.' });
  valueOf(opened.notes.saveAnnotation(draft, referenceOf(1)));
  const file = (await backUp(opened.profile)).trim();
  valueOf(opened.notes.removeAnnotation(draft.id));
  return { ...opened, file, id: draft.id };
}

describe('readout backup', () => {
  it('gives the path of a backup', async () => {
    const { place, file } = await backedUp();
    expect(path.dirname(file)).toBe(place.folder);
    expect(filesIn(place)).toEqual([path.basename(file)]);
  });

  it('gives what is in it as JSON', async () => {
    const { profile } = await backedUp();
    const output = await outputOf((streams) => backUpNotes({ profile, json: true }, streams));
    expect(JSON.parse(output)).toMatchObject({ annotations: 0, reason: 'asked for' });
  });

  it('says that there are no notes, and makes nothing', async () => {
    const profile = temporaryFolder();
    await expect(backUp(profile)).rejects.toThrow('There are no notes yet');
    expect(readdirSync(profile)).toEqual([]);
  });
});

describe('readout restore', () => {
  it('tells what would change, and changes nothing', async () => {
    const { profile, file, notes, place } = await backedUp();
    expect(await restore(path.basename(file), { profile, dryRun: true })).toBe(
      [
        'Would be restored: 1 added, 0 changed, 0 removed.',
        '  added: Ferries of Norland, part 1: The ferry runs.',
        '',
      ].join('\n'),
    );
    const json = await restore(file, { profile, dryRun: true, json: true });
    expect(JSON.parse(json)).toMatchObject({ added: 1, items: [{ difference: 'added' }] });
    expect(marksIn(notes)).toEqual({});
    expect(filesIn(place)).toHaveLength(1);
  });

  it.each(['by its name', 'by its path'])('restores a backup %s', async (by) => {
    const { profile, file, notes, id } = await backedUp();
    const source = by === 'by its name' ? path.basename(file) : file;
    expect(await restore(source, { profile })).toMatch(
      /^Restored: 1 added, 0 changed, 0 removed\. .* kept as notes-.*-restore\.sqlite\n$/,
    );
    expect(Object.values(marksIn(notes))[0]?.annotations.map((one) => one.id)).toEqual([id]);
  });

  it('restores into a new profile', async () => {
    const { file, id } = await backedUp();
    const profile = path.join(temporaryFolder(), 'new');
    expect(JSON.parse(await restore(file, { profile, dryRun: true, json: true }))).toMatchObject({
      added: 1,
    });
    const restored: unknown = JSON.parse(await restore(file, { profile, json: true }));
    expect(restored).toMatchObject({ added: 1, before: { annotations: 0 } });
    const { notes } = openStore(path.join(profile, 'notes.sqlite'));
    expect(Object.values(marksIn(notes))[0]?.annotations.map((one) => one.id)).toEqual([id]);
  });

  it('says in a sentence why a file cannot be restored', async () => {
    const { profile } = await backedUp();
    const file = path.join(temporaryFolder(), 'letter.txt');
    writeFileSync(file, 'Dear reader');
    for (const options of [{ profile }, { profile, dryRun: true }] as const)
      await expect(restore(file, options)).rejects.toThrow('it is no backup of notes');
    await expect(restore('none.sqlite', { profile })).rejects.toThrow('There is no backup');
  });
});
