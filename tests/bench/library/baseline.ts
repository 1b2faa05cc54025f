import { execFileSync, spawnSync } from 'node:child_process';
import { createWriteStream, rmSync } from 'node:fs';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { generateStory } from '../../support/generated/story.ts';
import { createVocabulary, vocabularySize } from '../../support/generated/vocabulary.ts';

/** Whether a program can be run here. */
export function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** Writes the texts of a library as a file that the shell of SQLite imports. */
async function writeTexts(file: string, count: number): Promise<void> {
  const vocabulary = createVocabulary(vocabularySize);
  const stream = createWriteStream(file);
  for (let number = 0; number < count; number += 1) {
    const { text } = generateStory(number, vocabulary);
    const [, headline = '', ...rest] = text.split('\n');
    if (!stream.write(`${quoted(headline)},${quoted(rest.join('\n'))}\n`)) {
      await new Promise<void>((resolve) => stream.once('drain', () => resolve()));
    }
  }
  stream.end();
  await finished(stream);
}

/** The same tokenizer and prefix index as the catalog's. */
const columns = `headline, text, prefix='2 3', tokenize="unicode61 remove_diacritics 2"`;

/** What the shell is asked to make: a table with its texts, as FTS5 has by default, or without. */
const tables = {
  'with texts': `CREATE VIRTUAL TABLE words USING fts5(${columns});`,
  'without texts': `CREATE VIRTUAL TABLE words USING fts5(${columns}, content='');`,
} as const;

/**
 * How long the shell of SQLite takes to put the texts of a generated library into FTS5, in
 * milliseconds, by kind of table. The texts come from one file, so no time goes into opening 100,000.
 */
export async function measureShell(
  folder: string,
  count: number,
): Promise<Readonly<Record<keyof typeof tables, number>>> {
  const texts = path.join(folder, 'texts.csv');
  await writeTexts(texts, count);
  const measure = (table: string): number => {
    const database = path.join(folder, 'shell.sqlite');
    rmSync(database, { force: true });
    const script = [
      'PRAGMA journal_mode = WAL;',
      'PRAGMA synchronous = OFF;',
      table,
      `.import --csv ${texts} words`,
      '',
    ].join('\n');
    const started = performance.now();
    execFileSync('sqlite3', [database], { input: script, stdio: ['pipe', 'ignore', 'inherit'] });
    return performance.now() - started;
  };
  return {
    'with texts': measure(tables['with texts']),
    'without texts': measure(tables['without texts']),
  };
}

/** How long `find -newer` takes over a folder, in milliseconds. */
export function measureFind(root: string, reference: string): number {
  const started = performance.now();
  execFileSync('find', [root, '-type', 'f', '-newer', reference], { stdio: 'ignore' });
  return performance.now() - started;
}

/** How long ripgrep takes to list the files with a text, in milliseconds. */
export function measureRipgrep(root: string, options: readonly string[], text: string): number {
  const started = performance.now();
  spawnSync('rg', ['-l', '-i', ...options, '--', text, root], { stdio: 'ignore' });
  return performance.now() - started;
}
