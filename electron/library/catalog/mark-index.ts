import type { DatabaseSync } from 'node:sqlite';
import { fold } from '../../shared/search/fold.ts';
import { indexWords } from '../../shared/search/tokens.ts';
import type { IndexedMarks, MarkUpdate } from '../library.ts';

const revisionFact = 'marks revision';

/** The notes as `mark_count.note_words` has them: a JSON array, so that excerpts can be taken. */
export function readNotes(stored: string): readonly string[] {
  const notes: unknown = JSON.parse(stored);
  return Array.isArray(notes) ? notes.map(String) : [];
}

/** What the catalog knows of the reader's marks, as the main process told it. */
export class MarkIndex {
  readonly #database: DatabaseSync;
  readonly #statements;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#statements = {
      notes: database.prepare('SELECT note_words FROM mark_count WHERE briefing_id = ?'),
      putCount: database.prepare('INSERT INTO mark_count VALUES (?, ?, ?, ?, ?, ?)'),
      putTag: database.prepare('INSERT OR IGNORE INTO mark_tag VALUES (?, ?, ?)'),
      putColor: database.prepare('INSERT OR IGNORE INTO mark_color VALUES (?, ?)'),
      putRevision: database.prepare('INSERT OR REPLACE INTO fact VALUES (?, ?)'),
      revision: database.prepare('SELECT value FROM fact WHERE name = ?'),
    };
  }

  /** The indexed words of the notes on a briefing. */
  noteWordsOf(id: string): string {
    const words = this.#statements.notes.get(id)?.['note_words'];
    return typeof words === 'string' ? indexWords(readNotes(words).join('\n')) : '';
  }

  /** Stores marks; answers the ids of the briefings whose notes' words are other ones now. */
  put({ isComplete, marks, revision }: MarkUpdate): readonly string[] {
    const named = new Set(marks.map(({ briefingId }) => briefingId));
    const unnamed = isComplete ? this.#idsOtherThan(named) : [];
    const ids = [...unnamed, ...named];
    const before = new Map(ids.map((id) => [id, this.noteWordsOf(id)]));
    for (const id of ids) this.#forget(id);
    for (const one of marks) this.#put(one);
    this.#statements.putRevision.run(revisionFact, revision);
    return ids.filter((id) => this.noteWordsOf(id) !== before.get(id));
  }

  revision(): string | null {
    const value = this.#statements.revision.get(revisionFact)?.['value'];
    return typeof value === 'string' ? value : null;
  }

  #idsOtherThan(named: ReadonlySet<string>): readonly string[] {
    const rows = this.#database.prepare('SELECT briefing_id FROM mark_count').all();
    return rows.map((row) => String(row['briefing_id'])).filter((id) => !named.has(id));
  }

  #forget(id: string): void {
    for (const table of ['mark_count', 'mark_tag', 'mark_color']) {
      this.#database.prepare(`DELETE FROM ${table} WHERE briefing_id = ?`).run(id);
    }
  }

  #put({ briefingId, notes, tags, colors, annotationCount, bookmarkCount }: IndexedMarks): void {
    if (annotationCount === 0 && bookmarkCount === 0) return;
    const { putCount, putTag, putColor } = this.#statements;
    const words = JSON.stringify(notes);
    putCount.run(briefingId, annotationCount, notes.length, bookmarkCount, colors.length, words);
    for (const tag of tags) putTag.run(briefingId, tag, fold(tag));
    for (const color of colors) putColor.run(briefingId, color);
  }
}
