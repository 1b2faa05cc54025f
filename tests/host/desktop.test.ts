import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fixture, isHost, startFixture } from './fixture.ts';
import './fixture-page.ts';

let running: Fixture;
beforeAll(async () => (running = await startFixture()));
afterAll(() => running.stop());

describe('dialog', () => {
  it('gives the app the answer that a test put there', async () => {
    await running.application.evaluate(({ dialog }) => {
      dialog.showSaveDialog = (...given: readonly unknown[]) => {
        Object.assign(globalThis, { options: given.at(-1) });
        return Promise.resolve({ canceled: false, filePath: '/chosen/notes.txt' });
      };
    });
    const answer = await running.page.evaluate(() => window.fixture.ipc.invoke('chooseFile'));
    expect(answer).toEqual({ canceled: false, filePath: '/chosen/notes.txt' });
    expect(
      await running.application.evaluate(() => Reflect.get(globalThis, 'options') as unknown),
    ).toEqual({ defaultPath: 'notes.txt' });
  });

  it.runIf(isHost)('fails by name where nobody answers', async () => {
    const failures = await running.application.evaluate(({ dialog }) =>
      Promise.all(
        [dialog.showOpenDialog({}), dialog.showMessageBox({ message: 'Sure?' })].map((answer) =>
          answer.then(
            () => 'answered',
            (error: unknown) => (error instanceof Error ? error.message : ''),
          ),
        ),
      ),
    );
    expect(failures).toEqual([
      'electron host: dialog.showOpenDialog was called and nobody answered',
      'electron host: dialog.showMessageBox was called and nobody answered',
    ]);
  });
});

describe('clipboard', () => {
  it('gives back the text it was given', async () => {
    const text = await running.application.evaluate(async ({ clipboard }) => {
      await clipboard.writeText('naïve 🙂\nsecond line');
      return clipboard.readText();
    });
    expect(text).toBe('naïve 🙂\nsecond line');
  });

  it('holds HTML without a text', async () => {
    const seen = await running.application.evaluate(async ({ clipboard, ClipboardItem }) => {
      await clipboard.write([new ClipboardItem({ 'text/html': '<p>naïve 🙂</p>' })]);
      const [item] = await clipboard.read();
      const html = await item?.getType('text/html');
      return {
        text: await clipboard.readText(),
        types: item?.types,
        html: html instanceof Blob ? await html.text() : null,
      };
    });
    expect(seen.text).toBe('');
    expect(seen.types).toContain('text/html');
    expect(seen.html).toContain('<p>naïve 🙂</p>');
  });

  it('holds what was written last, and nothing besides', async () => {
    const seen = await running.application.evaluate(async ({ clipboard, ClipboardItem }) => {
      await clipboard.writeText('before');
      await clipboard.write([new ClipboardItem({ 'text/html': 'after' })]);
      const [item] = await clipboard.read();
      const failure = await item?.getType('text/plain').then(
        () => 'answered',
        () => 'rejected',
      );
      return { text: await clipboard.readText(), failure };
    });
    expect(seen).toEqual({ text: '', failure: 'rejected' });
  });
});

describe('shell', () => {
  it('opens what a test listens for', async () => {
    const opened = await running.application.evaluate(async ({ shell }) => {
      const all: string[] = [];
      shell.openExternal = (url) => Promise.resolve(void all.push(url));
      await shell.openExternal('https://example.test/');
      return all;
    });
    expect(opened).toEqual(['https://example.test/']);
  });

  it.runIf(isHost)('opens nothing by itself', async () => {
    const failure = await running.application.evaluate(async ({ shell }) => {
      try {
        return await shell.openPath('/tmp');
      } catch (error) {
        return error instanceof Error ? error.message : '';
      }
    });
    expect(failure).toBe('electron host: shell.openPath is not provided');
  });
});

describe('nativeTheme', () => {
  it.each([
    ['dark', true],
    ['light', false],
  ] as const)('makes pages %s, and tells so', async (theme, isDark) => {
    const seen = await running.application.evaluate(async ({ nativeTheme }, source) => {
      nativeTheme.themeSource = source === 'dark' ? 'light' : 'dark';
      const updated = new Promise<void>((resolve) => {
        nativeTheme.once('updated', () => resolve());
      });
      nativeTheme.themeSource = source;
      await updated;
      return [nativeTheme.themeSource, nativeTheme.shouldUseDarkColors];
    }, theme);
    expect(seen).toEqual([theme, isDark]);
    await expect
      .poll(() => running.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches))
      .toBe(isDark);
  });

  it('makes new pages so, too', async () => {
    const isDark = await running.application.evaluate(async ({ BrowserWindow, nativeTheme }) => {
      nativeTheme.themeSource = 'dark';
      const window = new BrowserWindow({ show: false });
      await window.loadURL('app://fixture/other.html');
      const script = "matchMedia('(prefers-color-scheme: dark)').matches";
      const answer = (await window.webContents.executeJavaScript(script)) as boolean;
      window.destroy();
      return answer;
    });
    expect(isDark).toBe(true);
  });
});

describe('screen', () => {
  it('has displays whose work area lies in their bounds', async () => {
    const seen = await running.application.evaluate(({ screen }) => {
      const primary = screen.getPrimaryDisplay();
      const matching = screen.getDisplayMatching({ x: 10, y: 10, width: 100, height: 100 });
      const { bounds, workArea, scaleFactor, size } = primary;
      return {
        isFound: screen.getAllDisplays().some(({ id }) => id === primary.id),
        isMatching: screen.getAllDisplays().some(({ id }) => id === matching.id),
        isInside:
          workArea.x >= bounds.x &&
          workArea.y >= bounds.y &&
          workArea.x + workArea.width <= bounds.x + bounds.width &&
          workArea.y + workArea.height <= bounds.y + bounds.height,
        isPositive: scaleFactor > 0 && size.width > 0 && size.height > 0,
      };
    });
    expect(seen).toEqual({ isFound: true, isMatching: true, isInside: true, isPositive: true });
  });
});
