import { EventEmitter } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { createOpening, openFromOutside } from '../../../electron/opening.ts';
import type { AddPaths } from '../../../electron/roots/add-paths.ts';
import { failure, success } from '../../../electron/shared/result.ts';

function begin() {
  const opening = createOpening();
  const addPaths = vi.fn<AddPaths>(() => Promise.resolve(success({ added: 1 })));
  return { opening, addPaths };
}

describe('what the app is asked to open', () => {
  it('waits until there is a library, and is then opened at once', () => {
    const { opening, addPaths } = begin();
    opening.open(['/news/1.txt']);
    opening.open(['/news/2.txt']);
    opening.begin(addPaths, () => undefined);
    expect(addPaths).toHaveBeenCalledExactlyOnceWith(['/news/1.txt', '/news/2.txt']);
    opening.open(['/more']);
    expect(addPaths).toHaveBeenLastCalledWith(['/more']);
  });

  it('can be nothing', () => {
    const { opening, addPaths } = begin();
    opening.begin(addPaths, () => undefined);
    opening.open([]);
    expect(addPaths).not.toHaveBeenCalled();
  });

  it.each([
    [
      'is refused',
      () => Promise.resolve(failure({ kind: 'missing', message: 'It is gone.' } as const)),
    ],
    ['fails', () => Promise.reject(new Error('It is gone.'))],
  ])('is reported where it %s', async (_, addPaths) => {
    const report = vi.fn();
    const opening = createOpening();
    opening.begin(addPaths, report);
    opening.open(['/x']);
    await vi.waitFor(() =>
      expect(report).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('It is gone.')),
    );
  });
});

describe('the system', () => {
  function listen() {
    const app = new EventEmitter();
    const asked: string[] = [];
    openFromOutside(app as never, {
      open: (places) => asked.push(...places),
      begin: () => undefined,
    });
    return { app, asked };
  }

  it('hands over what a second start was given', () => {
    const { app, asked } = listen();
    app.emit('second-instance', {}, ['readout', '--x'], '/', { places: ['/news', '/1.txt'] });
    app.emit('second-instance', {}, ['readout', '/other'], '/', undefined);
    app.emit('second-instance', {}, [], '/', { places: '/other' });
    expect(asked).toEqual(['/news', '/1.txt']);
  });

  it('asks for a file on macOS', () => {
    const { app, asked } = listen();
    const preventDefault = vi.fn();
    app.emit('open-file', { preventDefault }, '/news/1.txt');
    expect(preventDefault).toHaveBeenCalled();
    expect(asked).toEqual(['/news/1.txt']);
  });
});
