import { describe, expect, it } from 'vitest';
import {
  dropRequest,
  type In,
  largestChange,
  largestPage,
  type NoticeName,
  notices,
  type Out,
  type Payload,
  type RequestName,
  requests,
} from '../../../electron/shared/ipc.ts';
import type { LibraryRow } from '../../../electron/shared/model/listing.ts';
import { referenceTo } from '../../../electron/shared/model/reference-to.ts';
import { defaultSettings } from '../../../electron/shared/model/settings.ts';
import { failure, success } from '../../../electron/shared/result.ts';
import { backupOf, importReport } from '../../support/fake-exchange.ts';
import {
  annotationDraftOf,
  annotationOf,
  bookmarkDraftOf,
  bookmarkOf,
  briefingId,
  listingOf,
  markId,
  openedOf,
} from './marks.ts';

const filter = { text: 'ferry', view: 'is:unread', order: 'relevance' } as const;
const root = { id: 'a'.repeat(16), path: '/library', include: [], exclude: ['old/**'] };
const status = {
  roots: [{ ...root, state: 'gone', message: 'Its disk is not there.', briefingCount: 1 }],
  briefingCount: 1,
  problemCount: 0,
  activity: { kind: 'idle' },
} as const;
const noteQuery = {
  words: 'ferry',
  colors: ['yellow'],
  tags: ['sea'],
  group: 'tag',
} as const;
const row: LibraryRow = {
  ...listingOf(1),
  reading: 'reading',
  isPinned: true,
  isChanged: false,
  copyCount: 1,
  excerpts: [{ part: 'dek', text: 'The ferry runs', hits: [{ start: 4, end: 9 }] }],
};
const counts = {
  all: 9,
  unread: 8,
  pinned: 1,
  changed: 0,
  bookmarked: 2,
  annotated: 3,
  problems: 0,
  sources: [{ source: 'Harbour Post', count: 9 }],
  tags: [{ tag: 'energy/grid', count: 2 }],
};
const reference = referenceTo(listingOf(1));
const preview = {
  kind: 'text',
  content: '# Notes\n',
  fileName: 'Notes.md',
  briefingCount: 1,
  markCount: 2,
  isCut: true,
} as const;
const step = { kind: 'changed', briefingId: briefingId(1), description: 'note deleted' } as const;
const exportRequest = {
  scope: { kind: 'all' },
  format: 'obsidian',
  filter: {
    colors: ['yellow'],
    tags: ['sea'],
    from: '2026-03-01',
    to: null,
    withBookmarks: false,
  },
  withText: true,
  layout: 'folder',
  isBook: false,
  templateId: markId(3),
} as const;
const template = { id: markId(3), name: 'Mine', source: '{{ briefing.headline }}' };

/** One exchange that the app has, for every request: a new one does not compile without it. */
const exchanges: { readonly [Name in RequestName]: readonly [In<Name>, Out<Name>] } = {
  outlineLibrary: [filter, { total: 1, isCapped: true, days: [{ day: null, count: 1 }] }],
  queryBriefings: [{ filter, offset: 0, limit: largestPage }, [row]],
  locateBriefing: [{ filter, id: briefingId(1) }, null],
  libraryStatus: [{}, status],
  countViews: [{}, counts],
  rescanLibrary: [{}, null],
  stopScan: [{}, null],
  addRoots: [{}, success({ added: 2 })],
  removeRoot: [{ id: root.id }, success(null)],
  changeRoot: [{ id: root.id, include: ['*.md'], exclude: [] }, success(null)],
  pasteBriefing: [{}, success({ id: briefingId(1) })],
  setReading: [{ ids: [briefingId(1)], reading: 'read' }, null],
  setPinned: [{ ids: [briefingId(1)], isPinned: true }, null],
  keepVersion: [{ id: briefingId(1) }, null],
  openLink: [{ target: 'javascript:alert(1)' }, success({ opened: false })],
  openBriefing: [{ id: briefingId(1) }, success(openedOf(1))],
  readPicture: [
    { briefingId: briefingId(1), figure: 0 },
    success({ mediaType: 'image/png', bytes: new Uint8Array([1]) }),
  ],
  marksOf: [
    { briefingId: briefingId(1) },
    { annotations: [annotationOf(1)], bookmarks: [bookmarkOf(2)] },
  ],
  countMarks: [{}, [{ briefingId: briefingId(1), annotations: 1, bookmarks: 0 }]],
  saveAnnotation: [annotationDraftOf(1), success(annotationOf(1))],
  removeAnnotation: [{ id: markId(1) }, success(null)],
  saveAnnotations: [
    { drafts: [annotationDraftOf(1), annotationDraftOf(2)] },
    success([annotationOf(1), annotationOf(2)]),
  ],
  removeAnnotations: [{ ids: [markId(1), markId(2)] }, success(null)],
  listTags: [{}, [{ tag: 'energy/grid', count: 2 }]],
  renameTag: [{ from: 'energy', to: 'power' }, success({ changed: 2 })],
  removeTag: [{ tag: 'energy' }, success({ changed: 2 })],
  outlineNotes: [noteQuery, { total: 1, groups: [{ key: 'sea', label: 'sea', count: 1 }] }],
  queryNotes: [
    { query: noteQuery, offset: 0, limit: largestPage },
    [{ annotation: annotationOf(1), briefing: reference, isMissing: true }],
  ],
  historyOf: [
    { id: markId(1) },
    [
      { sequence: 2, time: 2, description: 'note deleted', annotation: null },
      { sequence: 1, time: 1, description: 'note added', annotation: annotationOf(1) },
    ],
  ],
  restoreVersion: [{ id: markId(1), sequence: 1 }, success(annotationOf(1))],
  listTrash: [
    { offset: 0, limit: 10 },
    { total: 1, items: [{ annotation: annotationOf(1), briefing: reference, deletedAt: 2 }] },
  ],
  restoreAnnotations: [{ ids: [markId(1)] }, success(null)],
  addBookmark: [bookmarkDraftOf(1), success(bookmarkOf(1))],
  removeBookmark: [{ id: markId(1) }, success(null)],
  undo: [{}, success(step)],
  redo: [{}, success({ kind: 'nothing' })],
  previewExport: [exportRequest, success(preview)],
  saveExport: [
    exportRequest,
    success({
      kind: 'saved',
      path: '/notes',
      byteLength: 8,
      briefingCount: 1,
      files: [{ name: 'Ferries.md', outcome: 'conflict' }],
    }),
  ],
  stopExport: [{}, null],
  copyExport: [exportRequest, success(null)],
  printBriefing: [{ briefingId: briefingId(1), withNotes: true }, success(null)],
  listTemplates: [{}, [template]],
  saveTemplate: [template, success(null)],
  removeTemplate: [{ id: template.id }, success(null)],
  previewTemplate: [
    { source: '{% if', briefingId: briefingId(1), withText: false },
    success({ kind: 'faulty', message: 'It is not closed.', line: 1, column: null }),
  ],
  planImport: [{}, success({ id: markId(1), report: importReport })],
  runImport: [{ id: markId(1) }, success(importReport)],
  listBackups: [{}, success([backupOf(1)])],
  backUpNow: [{}, success(backupOf(2, 'asked for'))],
  previewRestore: [
    { name: null },
    success({ backup: backupOf(1), added: 1, removed: 0, changed: 0, items: [] }),
  ],
  restoreBackup: [{}, success(backupOf(3, 'restore'))],
  readSettings: [{}, defaultSettings],
  changeSettings: [{ theme: 'dark' }, { ...defaultSettings, theme: 'dark' }],
  copyText: [{ text: 'The ferry' }, null],
  confirmFlush: [{ allSaved: true }, null],
};

const payloads: { readonly [Name in NoticeName]: Payload<Name> } = {
  libraryChanged: status,
  briefingsChanged: {
    changed: [briefingId(1)],
    moved: [{ from: briefingId(2), to: briefingId(3) }],
  },
  openRequested: { id: briefingId(1) },
  notesChanged: { briefingIds: [briefingId(1)] },
  exportProgress: { done: 1, total: 2 },
  settingsChanged: defaultSettings,
  command: 'write-note',
  flush: {},
};

const names = Object.keys(requests) as readonly RequestName[];
const noticeNames = Object.keys(notices) as readonly NoticeName[];

describe('the requests', () => {
  it.each(names)('%s lets its input and its output through as they are', (name) => {
    const [input, output] = exchanges[name];
    expect(requests[name].input.parse(input)).toEqual(input);
    expect(requests[name].output.parse(output)).toEqual(output);
  });

  it.each(names)('%s refuses what is no object, going in', (name) => {
    for (const input of [undefined, null, 'x', 7, [], () => null])
      expect(requests[name].input.safeParse(input).success).toBe(false);
  });

  it.each(names)('%s refuses what its handler may not answer', (name) => {
    for (const output of [undefined, 'x', { ok: true }, { ok: false, problem: 'no' }])
      expect(requests[name].output.safeParse(output).success).toBe(false);
  });

  it.each(names.filter((name) => 'ok' in Object(exchanges[name][1])))(
    '%s can answer with a problem',
    (name) => {
      const problem = failure({ kind: 'unwritable', message: 'The disk is full.' });
      expect(requests[name].output.parse(problem)).toEqual(problem);
    },
  );

  it('each have a channel of their own, which no notice has', () => {
    const channels = [
      ...names.map((name) => requests[name].channel),
      ...noticeNames.map((name) => notices[name].channel),
      dropRequest.channel,
    ];
    expect(new Set(channels).size).toBe(channels.length);
  });
});

function dayOfExport(from: string): unknown {
  return { ...exportRequest, filter: { ...exportRequest.filter, from } };
}

describe('what a page may not ask for', () => {
  const page = { filter, offset: 0, limit: 10 };
  it.each<[string, RequestName, unknown]>([
    ['a file by its path', 'openBriefing', { id: '/etc/passwd' }],
    ['a path among the digits', 'openBriefing', { id: `../${'0'.repeat(29)}` }],
    ['a figure before the first', 'readPicture', { briefingId: briefingId(1), figure: -1 }],
    ['half a figure', 'readPicture', { briefingId: briefingId(1), figure: 0.5 }],
    ['more rows than a page has', 'queryBriefings', { ...page, limit: largestPage + 1 }],
    ['no rows', 'queryBriefings', { ...page, limit: 0 }],
    ['rows before the first', 'queryBriefings', { ...page, offset: -1 }],
    ['rows from no number', 'queryBriefings', { ...page, offset: NaN }],
    ['an export in another format', 'saveExport', { ...exportRequest, format: 'exe' }],
    [
      'an export of a path',
      'saveExport',
      { ...exportRequest, scope: { kind: 'briefing', briefingId: '/' } },
    ],
    ['an export of a day of no calendar', 'saveExport', dayOfExport('yesterday')],
    ['a template by its path', 'removeTemplate', { id: '../settings' }],
    ['an endless template', 'saveTemplate', { ...template, source: 'x'.repeat(100_001) }],
    ['an import that was not planned', 'runImport', { id: '/etc/passwd' }],
    ['an endless name of a backup', 'previewRestore', { name: 'x'.repeat(201) }],
    ['a folder by its path', 'removeRoot', { id: '/etc' }],
    ['a folder in place of another', 'changeRoot', { ...root, id: '../a', path: '/etc' }],
    ['an endless pattern', 'changeRoot', { ...root, include: ['x'.repeat(201)] }],
    ['a path to be read', 'setReading', { ids: ['/etc/passwd'], reading: 'read' }],
    ['a standing of no kind', 'setReading', { ids: [], reading: 'skimmed' }],
    ['an endless address', 'openLink', { target: 'x'.repeat(8001) }],
    ['an order of no kind', 'outlineLibrary', { ...filter, order: 'oldest' }],
    ['an endless id', 'removeAnnotation', { id: 'x'.repeat(65) }],
    [
      'more changes than one request has',
      'removeAnnotations',
      { ids: Array.from({ length: largestChange + 1 }, () => markId(1)) },
    ],
    ['a tag without a letter', 'removeTag', { tag: '' }],
    ['an endless tag', 'renameTag', { from: 'sea', to: 'x'.repeat(201) }],
    ['notes in groups of no kind', 'outlineNotes', { ...noteQuery, group: 'color' }],
    ['more notes than a page has', 'queryNotes', { ...page, query: noteQuery, limit: 501 }],
    ['half a version', 'restoreVersion', { id: markId(1), sequence: 0.5 }],
    ['trash before the first', 'listTrash', { offset: -1, limit: 10 }],
    ['an unreadable text size', 'changeSettings', { textSize: 5 }],
    ['an unknown theme', 'changeSettings', { theme: 'neon' }],
    ['places that are no places', 'changeSettings', { places: [{ briefingId: 'x', part: 'dek' }] }],
    ['ten million and one characters to copy', 'copyText', { text: 'x'.repeat(10_000_001) }],
    ['something beside nothing', 'undo', { steps: 100 }],
  ])('%s', (_, name, input) => expect(requests[name].input.safeParse(input).success).toBe(false));

  it('drops the path of a folder, which only the main process knows', () =>
    expect(requests.changeRoot.input.parse(root)).not.toHaveProperty('path'));

  it('drops what it did not name, such as the place to export to', () =>
    expect(requests.saveExport.input.parse({ ...exportRequest, path: '/etc/passwd' })).toEqual(
      exportRequest,
    ));
});

describe('the notices', () => {
  it.each(noticeNames)('%s lets its payload through as it is', (name) =>
    expect(notices[name].payload.parse(payloads[name])).toEqual(payloads[name]),
  );

  it.each(noticeNames)('%s refuses what is no payload', (name) => {
    for (const payload of [undefined, null, 'x', 7, { briefingIds: ['x'] }])
      expect(notices[name].payload.safeParse(payload).success).toBe(false);
  });
});
