import { contextBridge, ipcRenderer, type IpcRendererEvent, webUtils } from 'electron';
import { dropRequest, largestDrop, notices, requests } from './shared/ipc.ts';

/** One function per request; the main process checks what arrives. */
const asking = Object.entries(requests).map(
  ([name, { channel }]) =>
    [name, (input: unknown): Promise<unknown> => ipcRenderer.invoke(channel, input)] as const,
);

/** What was asked for from outside before the page listened: kept for its first listener. */
const early: unknown[] = [];

function keepEarly(_event: IpcRendererEvent, payload: unknown): void {
  early.push(payload);
}

function handOverEarly(listener: (payload: unknown) => void): void {
  ipcRenderer.off(notices.openRequested.channel, keepEarly);
  const payloads = early.splice(0);
  queueMicrotask(() => payloads.forEach((payload) => listener(payload)));
}

ipcRenderer.on(notices.openRequested.channel, keepEarly);

/** One subscription per notice. Listeners get the payload only, never the event. */
const listening = Object.entries(notices).map(([name, { channel }]) => {
  const subscribe = (listener: (payload: unknown) => void): (() => void) => {
    const receive = (_event: IpcRendererEvent, payload: unknown): void => listener(payload);
    ipcRenderer.on(channel, receive);
    if (channel === notices.openRequested.channel) handOverEarly(listener);
    return () => {
      ipcRenderer.off(channel, receive);
    };
  };
  return [`on${name.charAt(0).toUpperCase()}${name.slice(1)}`, subscribe] as const;
});

/** The paths come from the system's drop: a page cannot make a file that has one. */
async function addDropped(files: readonly File[]): Promise<unknown> {
  const paths = files.map((file) => webUtils.getPathForFile(file)).filter((path) => path !== '');
  return ipcRenderer.invoke(dropRequest.channel, { paths: paths.slice(0, largestDrop) });
}

contextBridge.exposeInMainWorld(
  'desktop',
  Object.fromEntries<unknown>([...asking, ...listening, ['addDropped', addDropped]]),
);
