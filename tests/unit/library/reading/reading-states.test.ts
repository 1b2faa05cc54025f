import path from 'node:path';
import { expect, describe, it, onTestFinished } from 'vitest';
import {
  openCatalog,
  openCatalogForReading,
} from '../../../../electron/library/catalog/open-catalog.ts';
import { ReadingStates } from '../../../../electron/library/reading/reading-states.ts';
import { temporaryFolder } from '../../../support/library/briefing-folder.ts';

function version(fingerprint: string, readAt: number) {
  return { fingerprint, briefing: new Uint8Array([readAt]), readAt };
}

function openedStates(): ReadingStates {
  const folder = temporaryFolder();
  const file = path.join(folder, 'catalog.sqlite');
  openCatalog(file).database.close();
  const database = openCatalogForReading(file, path.join(folder, 'reading.sqlite'));
  onTestFinished(() => {
    database.close();
  });
  return new ReadingStates(database);
}

describe('what was read', () => {
  it('begins with the first opening, whose version stays until another one is kept', () => {
    const states = openedStates();
    expect(states.of('a')).toEqual({ reading: 'unread', isPinned: false, fingerprint: null });
    expect(states.lastRead('a')).toBeNull();
    states.opened('a', version('one', 1));
    states.opened('a', version('two', 2));
    expect(states.of('a')).toEqual({ reading: 'reading', isPinned: false, fingerprint: 'one' });
    expect(states.lastRead('a')).toEqual(version('one', 1));
    states.keepVersion('a', version('two', 2));
    expect(states.lastRead('a')).toEqual(version('two', 2));
    expect(states.of('a').reading).toBe('reading');
  });

  it('stays read when it is opened again, and pinned when it is marked as unread', () => {
    const states = openedStates();
    states.set(['a', 'b'], 'read');
    states.setPinned(['a'], true);
    states.opened('a', version('one', 1));
    expect(states.of('a')).toEqual({ reading: 'read', isPinned: true, fingerprint: 'one' });
    states.set(['a'], 'unread');
    expect(states.of('a')).toEqual({ reading: 'unread', isPinned: true, fingerprint: 'one' });
    expect(states.of('b').reading).toBe('read');
  });

  it('moves with its file, with the version read', () => {
    const states = openedStates();
    states.opened('a', version('one', 1));
    states.setPinned(['a'], true);
    states.move('a', 'b');
    expect(states.of('a')).toEqual({ reading: 'unread', isPinned: false, fingerprint: null });
    expect(states.of('b')).toEqual({ reading: 'reading', isPinned: true, fingerprint: 'one' });
    expect([states.lastRead('a'), states.lastRead('b')]).toEqual([null, version('one', 1)]);
  });

  it('does not take the place of what is known where its file moves to', () => {
    const states = openedStates();
    states.opened('a', version('one', 1));
    states.set(['b'], 'read');
    states.move('a', 'b');
    expect(states.of('b')).toEqual({ reading: 'read', isPinned: false, fingerprint: null });
    expect(states.lastRead('b')).toBeNull();
    states.move('nowhere', 'c');
    expect(states.of('c').reading).toBe('unread');
  });
});
