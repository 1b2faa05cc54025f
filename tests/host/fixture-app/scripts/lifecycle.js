/** Quits in the way that its argument names, and prints each event as a line of JSON. */
import { app, BrowserWindow } from 'electron';

const way = app.commandLine.getSwitchValue('way');
const print = (...values) => console.log(JSON.stringify(values));
const preventOnce = (target, name) =>
  target.once(name, (event) => {
    event.preventDefault();
    print('prevented', name);
  });

for (const name of ['ready', 'window-all-closed']) {
  if (name !== 'window-all-closed' || way.includes('listen')) app.on(name, () => print(name));
}
app.on('before-quit', () => print('before-quit'));
app.on('will-quit', () => print('will-quit'));
app.on('quit', (_event, code) => print('quit', code));

function openWindow() {
  const window = new BrowserWindow({ show: false });
  window.on('close', () => print('close'));
  window.on('closed', () => print('closed'));
  return window;
}

const quitAgainSoon = () => setTimeout(() => app.quit(), 20);

const ways = {
  quit: () => app.quit(),
  'quit-with-window': () => {
    openWindow();
    app.quit();
  },
  'quit-with-window-listen': () => {
    openWindow();
    app.quit();
  },
  'prevent-before-quit': () => {
    preventOnce(app, 'before-quit');
    app.quit();
    quitAgainSoon();
  },
  'prevent-close': () => {
    preventOnce(openWindow(), 'close');
    app.quit();
    quitAgainSoon();
  },
  'prevent-will-quit': () => {
    preventOnce(app, 'will-quit');
    app.quit();
    quitAgainSoon();
  },
  'close-last': () => openWindow().close(),
  'close-last-listen': () => {
    app.on('window-all-closed', () => quitAgainSoon());
    openWindow().close();
  },
  exit: () => {
    openWindow();
    app.exit(3);
  },
};

print('loaded', app.isReady());
app.whenReady().then(() => {
  print('whenReady', app.isReady());
  ways[way]();
});
