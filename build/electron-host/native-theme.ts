import { EventEmitter } from 'node:events';
import type { NativeTheme } from 'electron';
import { loud } from './loud.ts';

class HostNativeTheme extends EventEmitter {
  #source: NativeTheme['themeSource'] = 'system';

  get themeSource(): NativeTheme['themeSource'] {
    return this.#source;
  }

  set themeSource(source: NativeTheme['themeSource']) {
    if (source === this.#source) return;
    this.#source = source;
    this.emit('updated', {});
  }

  /** Headless Chromium knows no system theme: it is the light one. */
  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark';
  }
}

export const nativeTheme = loud('nativeTheme', new HostNativeTheme());
