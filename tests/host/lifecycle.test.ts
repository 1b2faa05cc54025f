import { describe, expect, it } from 'vitest';
import { runScript } from './fixture.ts';

/** The events after the app was ready, and how it ended. */
async function quitting(way: string) {
  const { code, lines, errors } = await runScript('lifecycle.js', `--way=${way}`);
  const ready = lines.findIndex((line) => Array.isArray(line) && line[0] === 'whenReady');
  if (ready === -1) throw new Error(errors);
  return { code, before: lines.slice(0, ready + 1), events: lines.slice(ready + 1) };
}

const quit = [['will-quit'], ['quit', 0]];

describe('the app’s life', () => {
  it('is ready after its main module, and quits', async () => {
    const { code, before, events } = await quitting('quit');
    expect(before).toEqual([['loaded', false], ['ready'], ['whenReady', true]]);
    expect(events).toEqual([['before-quit'], ...quit]);
    expect(code).toBe(0);
  });

  it.each(['quit-with-window', 'quit-with-window-listen'])(
    'closes windows between before-quit and will-quit, without window-all-closed (%s)',
    async (way) => {
      const { events } = await quitting(way);
      expect(events).toEqual([['before-quit'], ['close'], ['closed'], ...quit]);
    },
  );

  it('stays when before-quit is prevented', async () => {
    const { events } = await quitting('prevent-before-quit');
    expect(events).toEqual([
      ['before-quit'],
      ['prevented', 'before-quit'],
      ['before-quit'],
      ...quit,
    ]);
  });

  it('stays when a window stays', async () => {
    const { events } = await quitting('prevent-close');
    expect(events).toEqual([
      ['before-quit'],
      ['close'],
      ['prevented', 'close'],
      ['before-quit'],
      ['close'],
      ['closed'],
      ...quit,
    ]);
  });

  it('stays when will-quit is prevented', async () => {
    const { code, events } = await quitting('prevent-will-quit');
    expect(events).toEqual([
      ['before-quit'],
      ['will-quit'],
      ['prevented', 'will-quit'],
      ['before-quit'],
      ...quit,
    ]);
    expect(code).toBe(0);
  });

  it('quits with its last window', async () => {
    const { events } = await quitting('close-last');
    expect(events).toEqual([['close'], ['closed'], ['before-quit'], ...quit]);
  });

  it('leaves it to a listener of window-all-closed', async () => {
    const { events } = await quitting('close-last-listen');
    expect(events).toEqual([
      ['close'],
      ['closed'],
      ['window-all-closed'],
      ['before-quit'],
      ...quit,
    ]);
  });

  it('exits at once, without asking', async () => {
    const { code, events } = await quitting('exit');
    expect(code).toBe(3);
    expect(events).not.toContainEqual(['before-quit']);
    expect(events).not.toContainEqual(['close']);
    expect(events).toContainEqual(['quit', 3]);
  });
});
