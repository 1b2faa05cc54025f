import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fixture, fixtureFolder, runApp, startFixture } from './fixture.ts';
import './fixture-page.ts';

let running: Fixture;
beforeAll(async () => (running = await startFixture('--with=some value', '--flag')));
afterAll(() => running.stop());

describe('app', () => {
  it('was not ready while its main module was loading, and is now', async () => {
    expect(await running.page.evaluate(() => window.fixture.ipc.invoke('isReadyAtLoad'))).toBe(
      false,
    );
    const isReady = await running.application.evaluate(async ({ app }) => {
      await app.whenReady();
      return app.isReady();
    });
    expect(isReady).toBe(true);
  });

  it('has the name and the version of its package', async () => {
    const seen = await running.application.evaluate(({ app }) => [
      app.name,
      app.getName(),
      app.getVersion(),
      app.isPackaged,
    ]);
    expect(seen).toEqual(['Fixture', 'Fixture', '1.2.3', false]);
  });

  it('can be renamed', async () => {
    const seen = await running.application.evaluate(({ app }) => {
      app.setName('Renamed');
      const first = app.name;
      app.name = 'Fixture';
      return [first, app.getName()];
    });
    expect(seen).toEqual(['Renamed', 'Fixture']);
  });

  it('knows its places', async () => {
    const seen = await running.application.evaluate(({ app }) => ({
      app: app.getAppPath(),
      home: app.getPath('home'),
      temp: app.getPath('temp'),
      userData: app.getPath('userData'),
    }));
    expect(seen).toEqual({
      app: fixtureFolder,
      home: os.homedir(),
      temp: os.tmpdir(),
      userData: running.profile,
    });
  });

  it('puts a place elsewhere', async () => {
    const place = path.join(running.profile, 'downloads');
    const seen = await running.application.evaluate(({ app }, given) => {
      app.setPath('downloads', given);
      return app.getPath('downloads');
    }, place);
    expect(seen).toBe(place);
  });

  it('tells of a place that does not exist', async () => {
    const failure = await running.application.evaluate(({ app }) => {
      try {
        return app.getPath('nowhere' as 'home');
      } catch (error) {
        return error instanceof Error ? error.message : 'no error';
      }
    });
    expect(failure).toContain("'nowhere'");
  });

  it('speaks a language', async () => {
    const locale = await running.application.evaluate(({ app }) => app.getLocale());
    expect(new Intl.Locale(locale).language).toMatch(/^[a-z]{2,3}$/);
  });
});

describe('app.commandLine', () => {
  it('has the switches of the command line', async () => {
    const seen = await running.application.evaluate(({ app }) => [
      app.commandLine.getSwitchValue('with'),
      app.commandLine.hasSwitch('flag'),
      app.commandLine.getSwitchValue('flag'),
      app.commandLine.hasSwitch('absent'),
      app.commandLine.getSwitchValue('absent'),
    ]);
    expect(seen).toEqual(['some value', true, '', false, '']);
  });

  it('takes switches and gives them up', async () => {
    const seen = await running.application.evaluate(({ app }) => {
      app.commandLine.appendSwitch('added', 'value');
      const added = app.commandLine.getSwitchValue('added');
      app.commandLine.removeSwitch('added');
      return [added, app.commandLine.hasSwitch('added')];
    });
    expect(seen).toEqual(['value', false]);
  });

  it('leaves process.argv as it was given', async () => {
    const given = await running.application.evaluate(() => process.argv);
    expect(given).toEqual(expect.arrayContaining(['--with=some value', '--flag']));
    expect(given).toContain(fixtureFolder);
  });
});

describe('a second instance', () => {
  it('has no lock, and hands its command line to the first', async () => {
    await running.application.evaluate(({ app }) => {
      app.once('second-instance', (_event, argv, workingDirectory, additionalData) => {
        Object.assign(globalThis, { second: { argv, workingDirectory, additionalData } });
      });
    });
    const { code } = await runApp(
      fixtureFolder,
      `--fixture-profile=${running.profile}`,
      '--from-second',
      'file.md',
    );
    // The fixture app exits so when it has no lock.
    expect(code).toBe(7);
    await expect
      .poll(() => running.application.evaluate(() => Reflect.get(globalThis, 'second') as unknown))
      .toEqual({
        argv: expect.arrayContaining([fixtureFolder, '--from-second', 'file.md']) as unknown,
        workingDirectory: process.cwd(),
        additionalData: { greeting: 'from the second' },
      });
  });

  it('keeps the first’s lock, which can be asked for again and given up', async () => {
    const seen = await running.application.evaluate(({ app }) => {
      const again = app.requestSingleInstanceLock();
      app.releaseSingleInstanceLock();
      return [again, app.requestSingleInstanceLock()];
    });
    expect(seen).toEqual([true, true]);
  });
});
