/** Does too early what Electron does not do before it is ready, and prints how that fails. */
import { app, BrowserWindow } from 'electron';

function failureOf(work) {
  try {
    work();
    return null;
  } catch (error) {
    return error.message;
  }
}

console.log(JSON.stringify(failureOf(() => new BrowserWindow())));
app.whenReady().then(() => app.exit(0));
