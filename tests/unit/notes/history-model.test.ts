import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Notes } from '../../../electron/notes/notes.ts';
import { openNotes } from '../../../electron/notes/open-notes.ts';
import { isWithinTag } from '../../../electron/shared/model/tag.ts';
import type {
  Annotation,
  AnnotationDraft,
  BookmarkDraft,
} from '../../../electron/shared/model/annotation.ts';
import { bookmarkDraft, briefingIdOf, noteDraft, referenceOf } from '../../support/notes/drafts.ts';
import { valueOf } from '../../support/notes/store-folder.ts';

const uuidOf = (number: number): string => number.toString(16).padStart(36, '0');

/** What there is: contents by the number of the annotation, and the bookmarked parts. */
interface State {
  /** Note and tags as JSON. */
  readonly notes: ReadonlyMap<number, string>;
  readonly bookmarks: ReadonlyMap<number, number>;
}

interface Step {
  readonly before: State;
  /** The annotation and the stretch of typing that the step may go on with. */
  readonly typing: string | null;
}

type Content = readonly [note: string, tags: readonly string[]];

function readContent(json: string | undefined): Content {
  return JSON.parse(json ?? '["", []]') as Content;
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

  saveSeveral(saves: readonly (readonly [mark: number, note: string])[]): void {
    const notes = new Map(this.state.notes);
    let isStep = false;
    for (const [mark, note] of saves) {
      isStep ||= notes.get(mark) !== note;
      notes.set(mark, note);
    }
    if (isStep) this.change({ ...this.state, notes }, null);
  }

  removeSeveral(marks: readonly number[]): void {
    const notes = new Map([...this.state.notes].filter(([mark]) => !marks.includes(mark)));
    if (notes.size < this.state.notes.size) this.change({ ...this.state, notes }, null);
  }

  /** How many annotations were changed. */
  changeTags(change: (tags: readonly string[]) => readonly string[]): number {
    const all = [...this.state.notes].map(([mark, json]): [number, string] => {
      const [note, tags] = readContent(json);
      return [mark, JSON.stringify([note, [...new Set(change(tags))]])];
    });
    const changed = all.filter(([mark, json]) => this.state.notes.get(mark) !== json).length;
    if (changed > 0) this.change({ ...this.state, notes: new Map(all) }, null);
    return changed;
  }

  /** What was deleted last of each annotation that is not there, by its number. */
  trash(): ReadonlyMap<number, string> {
    const deleted = new Map<number, string>();
    this.undoable.forEach(({ before }, index) => {
      const after = this.undoable[index + 1]?.before ?? this.state;
      for (const [mark, note] of before.notes) if (!after.notes.has(mark)) deleted.set(mark, note);
    });
    return new Map([...deleted].filter(([mark]) => !this.state.notes.has(mark)));
  }

  restore(marks: readonly number[]): void {
    const restored = [...this.trash()].filter(([mark]) => marks.includes(mark));
    if (restored.length === 0) return;
    this.change({ ...this.state, notes: new Map([...this.state.notes, ...restored]) }, null);
  }

  restoreVersion(mark: number, note: string): void {
    if (this.state.notes.get(mark) === note) return;
    this.change({ ...this.state, notes: new Map(this.state.notes).set(mark, note) }, null);
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
  draft(mark: number, content: string, editing: number): AnnotationDraft {
    const briefingId = briefingIdOf(mark % 2);
    const [note, tags] = readContent(content);
    return noteDraft({ id: uuidOf(mark), briefingId, note, tags, editing: uuidOf(editing) });
  }

  bookmark(mark: number, part: number): BookmarkDraft {
    const place = { kind: 'part', part: `figures/${part}`, quote: '' } as const;
    return bookmarkDraft({ id: uuidOf(mark), briefingId: briefingIdOf(0), place });
  }

  trash(): ReadonlyMap<number, string> {
    const { items } = this.notes.trash({ offset: 0, limit: 100 });
    return new Map(items.map(({ annotation }) => [numberOf(annotation), contentOf(annotation)]));
  }

  /** The number of annotations with each tag, as it is kept, and as it is. */
  tags(): readonly [kept: object, counted: object] {
    const all = [...this.state().notes.values()].flatMap((json) => readContent(json)[1]);
    const counted = [...Map.groupBy(all, (tag) => tag)];
    return [
      new Map(this.notes.listTags().map(({ tag, count }) => [tag, count])),
      new Map(counted.map(([tag, { length }]) => [tag, length])),
    ];
  }

  state(): State {
    const marks = [0, 1].map((number) => this.notes.marksOf(briefingIdOf(number)));
    const annotations = marks.flatMap(({ annotations }) => annotations);
    const bookmarks = marks.flatMap(({ bookmarks }) => bookmarks);
    return {
      notes: new Map(
        annotations.map((annotation) => [numberOf(annotation), contentOf(annotation)]),
      ),
      bookmarks: new Map(
        bookmarks.map(({ id, place }) => [
          Number.parseInt(id, 16),
          place.kind === 'part' ? Number(place.part.split('/')[1]) : -1,
        ]),
      ),
    };
  }
}

function numberOf({ id }: Annotation): number {
  return Number.parseInt(id, 16);
}

function contentOf({ note, tags }: Annotation): string {
  return JSON.stringify([note, tags]);
}

type Command = fc.Command<Model, Real>;

function command(name: string, run: (model: Model, real: Real) => void): Command {
  return {
    check: () => true,
    run: (model, real) => {
      run(model, real);
      expect(real.state()).toEqual(model.state);
      expect(real.trash()).toEqual(model.trash());
      const [kept, counted] = real.tags();
      expect(kept).toEqual(counted);
    },
    toString: () => name,
  };
}

const mark = fc.nat({ max: 3 });
const marks = fc.array(mark, { maxLength: 4 });
const tag = fc.constantFrom('x', 'y', 'x/y', 'x/z', 'y/y');
const note = fc
  .tuple(fc.constantFrom('', 'a', 'b'), fc.uniqueArray(tag, { maxLength: 2 }))
  .map((content) => JSON.stringify(content));

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
  fc.array(fc.tuple(mark, note), { maxLength: 4 }).map((saves) =>
    command(`save ${JSON.stringify(saves)}`, (model, real) => {
      model.saveSeveral(saves);
      const drafts = saves.map(([number, text]) => ({
        draft: real.draft(number, text, 9),
        reference: referenceOf(number % 2),
      }));
      valueOf(real.notes.saveAnnotations(drafts));
    }),
  ),
  marks.map((numbers) =>
    command(`remove ${numbers.join()}`, (model, real) => {
      model.removeSeveral(numbers);
      valueOf(real.notes.removeAnnotations(numbers.map(uuidOf)));
    }),
  ),
  marks.map((numbers) =>
    command(`restore ${numbers.join()}`, (model, real) => {
      model.restore(numbers);
      valueOf(real.notes.restoreAnnotations(numbers.map(uuidOf)));
    }),
  ),
  fc.tuple(mark, fc.nat()).map(([number, choice]) =>
    command(`restore a version of ${number}`, (model, real) => {
      const versions = real.notes.historyOf(uuidOf(number));
      const version = versions[choice % Math.max(versions.length, 1)];
      const annotation = version?.annotation ?? null;
      if (version === undefined || annotation === null) return;
      model.restoreVersion(number, contentOf(annotation));
      valueOf(real.notes.restoreVersion(uuidOf(number), version.sequence));
    }),
  ),
  fc.tuple(tag, tag).map(([from, to]) =>
    command(`rename ${from} to ${to}`, (model, real) => {
      const rename = (one: string): string =>
        isWithinTag(one, from) ? to + one.slice(from.length) : one;
      const changed = model.changeTags((tags) => tags.map(rename));
      expect(valueOf(real.notes.renameTag(from, to))).toEqual({ changed });
    }),
  ),
  tag.map((removed) =>
    command(`remove tag ${removed}`, (model, real) => {
      const changed = model.changeTags((tags) => tags.filter((one) => !isWithinTag(one, removed)));
      expect(valueOf(real.notes.removeTag(removed))).toEqual({ changed });
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
