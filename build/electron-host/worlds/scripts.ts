import { Decoder } from '../wire/decoder.ts';
import { Encoder } from '../wire/encoder.ts';
import { Bridge } from './bridge.ts';
import { IsolatedWorld } from './isolated-world.ts';

/** The name of the preload's world, and of the functions between it and the host. */
export const isolatedWorldName = 'ElectronHostIsolated';
export const bindingName = '__electronHostSend';
export const receiverName = '__electronHostReceive';

/**
 * The script of the page's own world. It waits for the element that the isolated world hands over
 * as `relatedTarget` of an event whose name only the two know.
 */
export function mainWorldScript(nonce: string): string {
  return `(() => {
    if (window !== window.top) return;
    ${Bridge.toString()}
    window.addEventListener(${JSON.stringify(nonce)}, (event) => {
      event.stopImmediatePropagation();
      new Bridge(event.relatedTarget, 'main');
    }, { once: true, capture: true });
  })();`;
}

/** The script of the preload's world, with the preload itself. */
export function isolatedWorldScript(
  nonce: string,
  preload: string,
  versions: Readonly<Record<string, string>>,
): string {
  return `(() => {
    if (window !== window.top) return;
    ${Encoder.toString()}
    ${Decoder.toString()}
    ${Bridge.toString()}
    ${IsolatedWorld.toString()}
    const send = globalThis[${JSON.stringify(bindingName)}];
    delete globalThis[${JSON.stringify(bindingName)}];
    const channel = document.createElement('div');
    window.dispatchEvent(new MouseEvent(${JSON.stringify(nonce)}, { relatedTarget: channel }));
    const world = new IsolatedWorld({
      encode: Encoder.encode,
      decode: Decoder.decode,
      expose: new Bridge(channel, 'isolated').expose,
      versions: ${JSON.stringify(versions)},
      platform: ${JSON.stringify(process.platform)},
      send,
    });
    globalThis[${JSON.stringify(receiverName)}] = world.receive;
    const module = { exports: {} };
    (function (require, module, exports, process) { ${preload}
    })(world.require, module, module.exports, world.process);
  })();`;
}
