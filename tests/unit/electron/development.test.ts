import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchPages } from '../../../electron/development.ts';

let folder: string;
let stop: () => void = () => undefined;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'readout-watch-'));
});

afterEach(() => {
  stop();
  rmSync(folder, { recursive: true });
});

describe('watchPages', () => {
  it('loads a bundle that is written anew, and again after a failure', async () => {
    const complain = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const rebuilt = vi
      .fn(() => Promise.resolve())
      .mockImplementationOnce(() => Promise.reject(new Error('half written')));
    const watcher = watchPages(folder, rebuilt);
    stop = () => watcher.close();
    writeFileSync(path.join(folder, 'index.html'), 'one');
    await vi.waitFor(() => expect(complain).toHaveBeenCalled(), { timeout: 5000 });
    mkdirSync(path.join(folder, 'assets'));
    await vi.waitFor(() => expect(rebuilt).toHaveBeenCalledTimes(2), { timeout: 5000 });
    complain.mockRestore();
  });
});
