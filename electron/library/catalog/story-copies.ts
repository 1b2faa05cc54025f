import type { DatabaseSync } from 'node:sqlite';

/**
 * Says which briefing of a story stands for it in lists: the one in the highest place. The others
 * are its copies.
 */
export class StoryCopies {
  readonly #highest;
  readonly #demote;
  readonly #promote;

  constructor(database: DatabaseSync) {
    // Every part is a search in the index, so that a story with 100,000 copies costs no more than one
    // with two. Without statistics SQLite takes the index over `is_copy`, which nearly all briefings
    // share.
    const ofStory = 'briefing INDEXED BY briefing_story WHERE story_key = ?1 AND is_copy';
    this.#highest = database.prepare(
      `SELECT max(
        ifnull((SELECT max(place) FROM ${ofStory} = 0), -1),
        ifnull((SELECT max(place) FROM ${ofStory} = 1), -1)
      ) AS place`,
    );
    this.#demote = database.prepare(
      `UPDATE briefing SET is_copy = 1
      WHERE place IN (SELECT place FROM ${ofStory} = 0) AND place <> ?2`,
    );
    this.#promote = database.prepare(
      'UPDATE briefing SET is_copy = 0 WHERE place = ? AND is_copy = 1',
    );
  }

  /** Brings the briefings of a story up to date after one of them came, changed or went. */
  settle(storyKey: string | null): void {
    if (storyKey === null) return;
    const highest = Number(this.#highest.get(storyKey)?.['place']);
    this.#demote.run(storyKey, highest);
    this.#promote.run(highest);
  }
}
