import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Notes } from '../../../electron/notes/notes.ts';
import { openNotes } from '../../../electron/notes/open-notes.ts';
import type { AnnotationDraft, BookmarkDraft } from '../../../electron/shared/model/annotation.ts';
import { bookmarkDraft, briefingIdOf, noteDraft, referenceOf } from '../../support/notes/drafts.ts';
import { valueOf } from '../../support/notes/store-folder.ts';

const uuidOf = (number: number): string => number.toString(16).padStart(36, '0');

/** What there is: notes by the number of the annotation, and the bookmarked parts. */
interface State {
  readonly notes: ReadonlyMap<number, string>;
  readonly bookmarks: ReadonlyMap<number, number>;
}

interface Step {
  readonly before: State;
  /** The annotation and the stretch of typing that the step may go on with. */
  readonly typing: string | null;
}

/** The reader's marks as a stack of whole states. */
class Model {
  state: State = { notes: new Map(), bookmarks: new Map() };
  undoable: Step[] = [];
  redoable: { readonly step: Step; readonly after: State }[] = [];

  save(mark: number, note: string, editing: number): void {
    if (this.state.notes.get(mark) === note) return;
    const after = { ...this.state, notes: new Map(this.state.notes).set(mark, note) };
    const typing = `${mark} ${editing}`;
    const newest = this.undoable.at(-1);
    if (newest?.typing === typing && this.redoable.length === 0) {
      this.state = after;
      if (newest.before.notes.get(mark) === note) this.undoable.pop();
    } else this.change(after, typing);
  }

  removeAnnotation(mark: number): void {
    const notes = new Map(this.state.notes);
    if (notes.delete(mark)) this.change({ ...this.state, notes }, null);
  }

  addBookmark(mark: number, part: number): void {
    const { bookmarks } = this.state;
    if (bookmarks.has(mark) || [...bookmarks.values()].includes(part)) return;
    this.change({ ...this.state, bookmarks: new Map(bookmarks).set(mark, part) }, null);
  }

  removeBookmark(mark: number): void {
    const bookmarks = new Map(this.state.bookmarks);
    if (bookmarks.delete(mark)) this.change({ ...this.state, bookmarks }, null);
  }

  undo(): boolean {
    const step = this.undoable.pop();
    if (step === undefined) return false;
    this.redoable.push({ step, after: this.state });
    this.state = step.before;
    return true;
  }

  redo(): boolean {
    const undone = this.redoable.pop();
    if (undone === undefined) return false;
    this.undoable.push(undone.step);
    this.state = undone.after;
    return true;
  }

  private change(after: State, typing: string | null): void {
    this.undoable.push({ before: this.state, typing });
    this.redoable = [];
    this.state = after;
  }
}

/** The store under test, which can be reopened between two changes. */
class Real {
  private readonly file: string;
  notes: Notes;

  constructor(file: string) {
    this.file = file;
    this.notes = valueOf(openNotes({ file })).notes;
  }

  reopen(): void {
    this.notes.close();
    this.notes = valueOf(openNotes({ file: this.file })).notes;
  }

  /** Every annotation is of a briefing by its number, so that several briefings are in play. */
  draft(mark: number, note: string, editing: number): AnnotationDraft {
    const briefingId = briefingIdOf(mark % 2);
    return noteDraft({ id: uuidOf(mark), briefingId, note, editing: uuidOf(editing) });
  }

  bookmark(mark: number, part: number): BookmarkDraft {
    const place = { kind: 'part', part: `figures/${part}`, quote: '' } as const;
    return bookmarkDraft({ id: uuidOf(mark), briefingId: briefingIdOf(0), place });
  }

  state(): State {
    const marks = [0, 1].map((number) => this.notes.marksOf(briefingIdOf(number)));
    const annotations = marks.flatMap(({ annotations }) => annotations);
    const bookmarks = marks.flatMap(({ bookmarks }) => bookmarks);
    return {
      notes: new Map(annotations.map(({ id, note }) => [Number.parseInt(id, 16), note])),
      bookmarks: new Map(
        bookmarks.map(({ id, place }) => [
          Number.parseInt(id, 16),
          place.kind === 'part' ? Number(place.part.split('/')[1]) : -1,
        ]),
      ),
    };
  }
}

type Command = fc.Command<Model, Real>;

function command(name: string, run: (model: Model, real: Real) => void): Command {
  return {
    check: () => true,
    run: (model, real) => {
      run(model, real);
      expect(real.state()).toEqual(model.state);
    },
    toString: () => name,
  };
}

const mark = fc.nat({ max: 3 });
const note = fc.constantFrom('', 'a', 'b', 'c');

const commands: fc.Arbitrary<Command>[] = [
  fc.tuple(mark, note, fc.nat({ max: 1 })).map(([number, text, editing]) =>
    command(`save ${number} "${text}" in ${editing}`, (model, real) => {
      model.save(number, text, editing);
      const reference = referenceOf(number % 2);
      valueOf(real.notes.saveAnnotation(real.draft(number, text, editing), reference));
    }),
  ),
  mark.map((number) =>
    command(`remove ${number}`, (model, real) => {
      model.removeAnnotation(number);
      valueOf(real.notes.removeAnnotation(uuidOf(number)));
    }),
  ),
  fc.tuple(mark, fc.nat({ max: 2 })).map(([number, part]) =>
    command(`bookmark ${number} at ${part}`, (model, real) => {
      model.addBookmark(number, part);
      valueOf(real.notes.addBookmark(real.bookmark(number, part), referenceOf(0)));
    }),
  ),
  mark.map((number) =>
    command(`remove bookmark ${number}`, (model, real) => {
      model.removeBookmark(number);
      valueOf(real.notes.removeBookmark(uuidOf(number)));
    }),
  ),
  fc.constant(
    command('undo', (model, real) => {
      const isDone = model.undo();
      expect(valueOf(real.notes.undo()).kind).toBe(isDone ? 'changed' : 'nothing');
    }),
  ),
  fc.constant(
    command('redo', (model, real) => {
      const isDone = model.redo();
      expect(valueOf(real.notes.redo()).kind).toBe(isDone ? 'changed' : 'nothing');
    }),
  ),
  fc.constant(command('reopen', (_model, real) => real.reopen())),
];

it('any series of changes, undo and redo behaves as a stack of states', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'readout-notes-'));
  let count = 0;
  try {
    fc.assert(
      fc.property(fc.commands(commands, { maxCommands: 40, size: 'max' }), (series) => {
        count += 1;
        const real = new Real(path.join(folder, `notes-${count}.sqlite`));
        try {
          fc.modelRun(() => ({ model: new Model(), real }), series);
        } finally {
          real.notes.close();
        }
      }),
      { numRuns: Number(process.env['READOUT_HISTORY_RUNS'] ?? 60) },
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
