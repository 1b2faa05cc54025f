import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createRootRules } from '../../../../electron/library/indexing/root-rules.ts';
import { type Found, walkFolder } from '../../../../electron/library/indexing/walk.ts';
import { rootOf } from '../../../../electron/library/root-of.ts';
import { briefingFolder, story } from '../../../support/library/briefing-folder.ts';

interface Patterns {
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  /** The folders of other roots. */
  readonly inner?: readonly string[];
}

function walk(root: string, { include, exclude, inner = [] }: Patterns = {}): readonly Found[] {
  const rules = createRootRules(rootOf(root, include, exclude), root, [root, ...inner]);
  return [...walkFolder(root, rules)];
}

/** What a walk comes by, each as its kind and its path from the root with slashes. */
function placesIn(root: string, patterns?: Patterns): readonly string[] {
  return walk(root, patterns).map(
    ({ kind, path: place }) => `${kind} ${path.relative(root, place).split(path.sep).join('/')}`,
  );
}

describe('a walk', () => {
  it('finds files of every kind that is read, the last names first', () => {
    const { root, write } = briefingFolder();
    for (const name of [
      'a.TXT',
      'b.md',
      'more/deep/c.html',
      'd.json',
      'e.eml',
      'f.docx',
      'g.zip',
    ]) {
      write(name, 'text');
    }
    expect(placesIn(root)).toEqual([
      'file more/deep/c.html',
      'file g.zip',
      'file f.docx',
      'file e.eml',
      'file d.json',
      'file b.md',
      'file a.TXT',
    ]);
  });

  it('tells the size in bytes and the time of the last change in milliseconds', () => {
    const { root, write } = briefingFolder();
    const file = write('a.txt', 'Дом', 1_700_000_000_000);
    expect(walk(root)).toEqual([
      { kind: 'file', path: file, byteLength: 6, modifiedAt: 1_700_000_000_000 },
    ]);
  });

  it('comes by files that are not read, but not by what only stands beside briefings', () => {
    const { root, write } = briefingFolder();
    const beside = [
      'picture.jpg',
      'txt',
      '.hidden.txt',
      '._a.txt',
      '.git/a.txt',
      'page_files/x.css',
    ];
    for (const name of [...beside, '~$old.doc', 'Thumbs.db']) write(name, 'text');
    for (const name of ['a.txt.media/caption.txt', 'node_modules/a.txt']) write(name, 'text');
    write('old.doc', 'text');
    write('slides.PPTX', 'text');
    write('film.mp4', 'film');
    expect(placesIn(root)).toEqual(['file slides.PPTX', 'file old.doc', 'file film.mp4']);
  });

  it('takes a folder with the name of a briefing for a folder', () => {
    const { root, write } = briefingFolder();
    write('x.txt/inside.txt', story('Inside'));
    expect(placesIn(root)).toEqual(['file x.txt/inside.txt']);
  });
});

describe('patterns', () => {
  it.each<[string, Patterns, readonly string[]]>([
    ['by ending, at any depth', { include: ['*.md'] }, ['sub/c.md', 'b.md']],
    ['by folder', { include: ['sub/**'] }, ['sub/d.txt', 'sub/c.md']],
    ['several', { include: ['a.txt', 'sub/*.md'] }, ['sub/c.md', 'a.txt']],
    ['excluded folder', { exclude: ['sub'] }, ['b.md', 'a.txt']],
    ['excluded files', { exclude: ['**/*.md'] }, ['sub/d.txt', 'a.txt']],
    ['both', { include: ['*.md'], exclude: ['sub/**'] }, ['b.md']],
  ])('choose %s', (_, patterns, expected) => {
    const { root, write } = briefingFolder();
    for (const name of ['a.txt', 'b.md', 'sub/c.md', 'sub/d.txt']) write(name, 'text');
    expect(placesIn(root, patterns)).toEqual(expected.map((place) => `file ${place}`));
  });

  it('leave what lies in another root to that one', () => {
    const { root, at, write } = briefingFolder();
    write('a.txt', 'text');
    write('inner/b.txt', 'text');
    expect(placesIn(root, { inner: [at('inner')] })).toEqual(['file a.txt']);
  });
});

describe('links and devices', () => {
  it('are not followed: what leads out or nowhere is told, what stays inside is passed over', () => {
    const outside = briefingFolder();
    outside.write('secret.txt', story('Secret'));
    const { root, at, write } = briefingFolder();
    write('a.txt', story('A'));
    mkdirSync(at('sub'));
    symlinkSync(root, at('circle'), 'dir');
    symlinkSync(at('sub'), at('inside'), 'dir');
    symlinkSync(outside.root, at('outside'), 'dir');
    symlinkSync(outside.at('secret.txt'), at('link.txt'));
    symlinkSync(at('nowhere'), at('broken.txt'));
    symlinkSync(at('nowhere'), at('picture.png'));
    expect(placesIn(root)).toEqual([
      'problem outside',
      'problem link.txt',
      'problem broken.txt',
      'file a.txt',
    ]);
    const messages = walk(root).flatMap((one) => (one.kind === 'problem' ? [one.message] : []));
    expect(messages.join('\n')).toContain('Add that folder, or put the file itself here.');
  });

  it.skipIf(process.platform === 'win32')('are not opened', async () => {
    const { root, at } = briefingFolder();
    execFileSync('mkfifo', [at('fifo.txt')]);
    const server = createServer();
    onTestFinished(() => void server.close());
    await new Promise<void>((resolve) => server.listen(at('socket.txt'), resolve));
    expect(walk(root)).toEqual(
      ['socket.txt', 'fifo.txt'].map((name) => ({
        kind: 'problem',
        path: at(name),
        message: `${at(name)} is a device, not a file. Put a file into the folder.`,
      })),
    );
  });

  it.skipIf(process.platform !== 'linux')('and names that are no valid UTF-8 are told', () => {
    const { root } = briefingFolder();
    execFileSync('sh', ['-c', `printf x > "$(printf '%s/caf\\351.txt' "$0")"`, root]);
    expect(placesIn(root)).toEqual(['problem caf\ufffd.txt']);
  });
});

describe('a folder that goes while it is walked', () => {
  it('is told, and the walk goes on', () => {
    const { root, at, write } = briefingFolder();
    write('a.txt', story('A'));
    write('b/gone.txt', story('Gone'));
    write('c.txt', story('C'));
    const rules = createRootRules(rootOf(root), root, [root]);
    const found: Found[] = [];
    for (const one of walkFolder(root, rules)) {
      rmSync(at('b'), { recursive: true, force: true });
      found.push(one);
    }
    expect(found.map(({ kind, path: place }) => [kind, place])).toEqual([
      ['file', at('c.txt')],
      ['problem', at('b')],
      ['file', at('a.txt')],
    ]);
  });
});
