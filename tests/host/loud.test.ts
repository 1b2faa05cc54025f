/** What the host does not provide fails by name. On Electron there is nothing of the kind to test. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fixture, isHost, runScript, startFixture } from './fixture.ts';
import './fixture-page.ts';

let running: Fixture;
beforeAll(async () => (running = await startFixture()));
afterAll(() => running.stop());

/** What Electron has and the host has not: module, member. */
const unprovided = [
  ['app', 'getFileIcon'],
  ['app', 'dock'],
  ['app.commandLine', 'appendArgument'],
  ['dialog', 'showMessageBoxSync'],
  ['clipboard', 'readImage'],
  ['shell', 'trashItem'],
  ['screen', 'getCursorScreenPoint'],
  ['nativeTheme', 'shouldUseHighContrastColors'],
  ['protocol', 'registerFileProtocol'],
  ['session', 'fromPath'],
  ['session.defaultSession', 'clearCache'],
  ['session.defaultSession.webRequest', 'onHeadersReceived'],
  ['Menu', 'sendActionToFirstResponder'],
  ['BrowserWindow', 'addDevToolsExtension'],
  ['utilityProcess', 'unknown'],
] as const;

/** Of instances: how to come to one, and what it has not. */
const unprovidedOfInstances = [
  ['BrowserWindow', 'setOpacity'],
  ['BrowserWindow', 'loadFile'],
  ['webContents', 'capturePage'],
  ['webContents', 'openDevTools'],
  ['menu', 'append'],
] as const;

describe.runIf(isHost)('what is not provided', () => {
  it('fails in the preload, too, by name', async () => {
    const failure = await running.page.evaluate(() =>
      window.fixture.pathFailure(new File(['x'], 'x.txt')),
    );
    expect(failure).toContain('electron host: webUtils.getPathForFile is not provided');
  });

  it.each(unprovided)('fails when %s.%s is read, or set', async (place, member) => {
    const failures = await running.application.evaluate(
      (electron, [path, name]) => {
        let object: unknown = electron;
        for (const part of path.split('.')) object = Reflect.get(Object(object) as object, part);
        const target = object as Record<string, unknown>;
        return [() => target[name], () => (target[name] = () => 1)].map((work) => {
          try {
            return `no failure: ${String(work())}`;
          } catch (error) {
            return error instanceof Error ? error.message : '';
          }
        });
      },
      [place, member] as const,
    );
    const name = place.split('.').at(-1)?.replace('defaultSession', 'session');
    for (const failure of failures) {
      expect(failure).toMatch(/^electron host: .* is not provided$/);
      expect(failure).toContain(member);
      expect(failure).toContain(name);
    }
  });

  it.each(unprovidedOfInstances)(
    'fails when %s.%s of an instance is read',
    async (kind, member) => {
      const failure = await running.application.evaluate(
        ({ BrowserWindow, Menu }, [name, key]) => {
          const [window] = BrowserWindow.getAllWindows();
          const instances: Readonly<Record<string, object | undefined>> = {
            BrowserWindow: window,
            webContents: window?.webContents,
            menu: Menu.buildFromTemplate([]),
          };
          try {
            return `no failure: ${String(Reflect.get(instances[name] ?? {}, key))}`;
          } catch (error) {
            return error instanceof Error ? error.message : '';
          }
        },
        [kind, member] as const,
      );
      expect(failure).toBe(`electron host: ${kind}.${member} is not provided`);
    },
  );

  it('does not start an app that imports a module it does not have', async () => {
    const { code, lines, errors } = await runScript('named-module.js');
    expect(code).not.toBe(0);
    expect(lines).toEqual([]);
    expect(errors).toContain("does not provide an export named 'Tray'");
  });

  it('fails for a module that it does not have', async () => {
    const { lines } = await runScript('default-module.js');
    expect(lines).toEqual(['electron host: electron.Tray is not provided']);
  });

  it('fails in the preload, too', async () => {
    expect(await running.page.evaluate(() => window.fixture.unprovided())).toBe(
      'electron host: ipcRenderer.sendToNobody is not provided',
    );
  });

  it('fails for an event’s property that it does not have', async () => {
    await running.application.evaluate(({ ipcMain }) => {
      ipcMain.handle('processId', (event) => event.processId);
    });
    const failure = await running.page.evaluate(() => window.fixture.ipc.failure('processId'));
    expect(failure).toContain('electron host: event.processId is not provided');
  });

  it.each([
    { nodeIntegration: true },
    { contextIsolation: false },
    { sandbox: false },
    { webSecurity: false },
    { webviewTag: true },
  ])('refuses an insecure window: %o', async (webPreferences) => {
    const failure = await running.application.evaluate(({ BrowserWindow }, given) => {
      try {
        return String(new BrowserWindow({ show: false, webPreferences: given }).id);
      } catch (error) {
        return error instanceof Error ? error.message : '';
      }
    }, webPreferences);
    expect(failure).toBe('electron host: a window with insecure webPreferences is not provided');
  });
});

it('makes no window before it is ready', async () => {
  const { lines } = await runScript('before-ready.js');
  expect(lines).toEqual(['Cannot create BrowserWindow before app is ready']);
});
