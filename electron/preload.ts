import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import { notices, requests } from './shared/ipc.ts';

/** One function per request; the main process checks what arrives. */
const asking = Object.entries(requests).map(
  ([name, { channel }]) =>
    [name, (input: unknown): Promise<unknown> => ipcRenderer.invoke(channel, input)] as const,
);

/** One subscription per notice. Listeners get the payload only, never the event. */
const listening = Object.entries(notices).map(([name, { channel }]) => {
  const subscribe = (listener: (payload: unknown) => void): (() => void) => {
    const receive = (_event: IpcRendererEvent, payload: unknown): void => listener(payload);
    ipcRenderer.on(channel, receive);
    return () => {
      ipcRenderer.off(channel, receive);
    };
  };
  return [`on${name.charAt(0).toUpperCase()}${name.slice(1)}`, subscribe] as const;
});

contextBridge.exposeInMainWorld('desktop', Object.fromEntries([...asking, ...listening]));
