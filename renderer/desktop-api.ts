import type { DesktopApi } from '../electron/shared/ipc.ts';

declare global {
  interface Window {
    /** What the preload exposes. Only this file touches it. */
    readonly desktop: DesktopApi;
  }
}

/** The main process, as the renderer sees it. */
export function desktopApi(): DesktopApi {
  return window.desktop;
}

export type { DesktopApi };
