import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';

/** How many statements and how many answers are kept. */
const kept = { statements: 200, answers: 50 } as const;

type Row = Readonly<Record<string, SQLOutputValue>>;

/** Keeps statements prepared, and answers until something is written, by whichever connection. */
export class StatementCache {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  readonly #versions;
  #answers = new Map<string, unknown>();
  #version = '';

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#versions = [
      database.prepare('PRAGMA main.data_version'),
      database.prepare('PRAGMA reading.data_version'),
      database.prepare('SELECT total_changes() AS data_version'),
    ];
  }

  all(sql: string, values: readonly SQLInputValue[]): readonly Row[] {
    return this.#prepare(sql).all(...values);
  }

  get(sql: string, values: readonly SQLInputValue[]): Row | undefined {
    return this.#prepare(sql).get(...values);
  }

  /** The answer that was made under this key, as long as the files are as they were then. */
  remember<Answer>(key: string, make: () => Answer): Answer {
    const version = this.#versions.map((one) => String(one.get()?.['data_version'])).join(' ');
    if (version !== this.#version || this.#answers.size >= kept.answers) this.#answers = new Map();
    this.#version = version;
    const known = this.#answers.get(key);
    if (known !== undefined) return known as Answer;
    const answer = make();
    this.#answers.set(key, answer);
    return answer;
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    if (this.#statements.size >= kept.statements) this.#statements.clear();
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}
