import { hostApp } from './app.ts';
import { type Chromium, startChromium } from './chromium.ts';
import { switches } from './command-line.ts';

/** The one Chromium; it starts with the first window, so that all switches and the proxy count. */
let started: Promise<Chromium> | undefined;

export function isChromiumStarted(): boolean {
  return started !== undefined;
}

/** The version of Electron whose API the host follows. */
export const electronVersion = '45.4.1';

export function chromium(): Promise<Chromium> {
  started ??= startChromium(switches).then((running) => {
    Object.assign(process.versions, { chrome: running.version });
    running.process.on('exit', () => hostApp.exit(1));
    return running;
  });
  return started;
}
