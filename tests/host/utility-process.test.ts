import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fixture, fixtureFolder, startFixture } from './fixture.ts';

let running: Fixture;
beforeAll(async () => (running = await startFixture()));
afterAll(() => running.stop());

const child = path.join(fixtureFolder, 'scripts/utility-child.js');

describe('utilityProcess', () => {
  it('starts a module with arguments, environment and folder', async () => {
    const seen = await running.application.evaluate(
      async ({ utilityProcess }, { module, folder }) => {
        const started = utilityProcess.fork(module, ['one', '--two'], {
          env: { ...process.env, FIXTURE: 'given' },
          cwd: folder,
          serviceName: 'Fixture',
        });
        const spawned = new Promise<number | undefined>((resolve) => {
          started.once('spawn', () => resolve(started.pid));
        });
        const message: unknown = await new Promise((resolve) => {
          started.once('message', resolve);
        });
        const pid = await spawned;
        const exited = new Promise((resolve) => started.once('exit', resolve));
        const isKilled = started.kill();
        await exited;
        return { message, isOther: typeof pid === 'number' && pid !== process.pid, isKilled };
      },
      { module: child, folder: os.tmpdir() },
    );
    expect(seen).toEqual({
      message: {
        started: ['one', '--two'],
        environment: 'given',
        folder: os.tmpdir(),
        type: 'utility',
      },
      isOther: true,
      isKilled: true,
    });
  });

  it('carries structured clones both ways, in order', async () => {
    const seen = await running.application.evaluate(async ({ utilityProcess }, module) => {
      const started = utilityProcess.fork(module);
      const all: unknown[] = [];
      const done = new Promise<void>((resolve) => {
        started.on(
          'message',
          (message: { readonly inspected?: string; readonly back?: unknown }) => {
            if (message.inspected === undefined) return;
            const back = message.back as { readonly kind: unknown };
            all.push([message.inspected, Object.prototype.toString.call(back.kind)]);
            if (all.length === 4) resolve();
          },
        );
      });
      const kinds = [
        new Map([['a', new Set([1])]]),
        new Date(5),
        new Uint8Array([1, 2]),
        undefined,
      ];
      for (const kind of kinds) started.postMessage({ kind });
      await done;
      started.kill();
      return all;
    }, child);
    expect(seen).toEqual([
      ["{ kind: Map(1) { 'a' => Set(1) { 1 } } }", '[object Map]'],
      ['{ kind: 1970-01-01T00:00:00.005Z }', '[object Date]'],
      ['{ kind: Uint8Array(2) [ 1, 2 ] }', '[object Uint8Array]'],
      ['{ kind: undefined }', '[object Undefined]'],
    ]);
  });

  it('tells how the process ended', async () => {
    const code = await running.application.evaluate(async ({ utilityProcess }, module) => {
      const started = utilityProcess.fork(module);
      const exited = new Promise((resolve) => started.once('exit', resolve));
      started.postMessage({ end: 5 });
      return exited;
    }, child);
    expect(code).toBe(5);
  });
});
