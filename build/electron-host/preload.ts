import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { electronVersion } from './browser.ts';
import type { CdpValue } from './cdp.ts';
import {
  bindingName,
  isolatedWorldName,
  isolatedWorldScript,
  mainWorldScript,
} from './worlds/scripts.ts';

/** The commands that put a preload script into every document of a page, in its own world. */
export function preloadCommands(
  preload: string | undefined,
): readonly (readonly [method: string, parameters: CdpValue])[] {
  if (preload === undefined) return [];
  const nonce = `n${randomBytes(16).toString('hex')}`;
  const versions = { electron: electronVersion, chrome: process.versions.chrome };
  const source = isolatedWorldScript(nonce, readFileSync(preload, 'utf8'), versions);
  return [
    ['Runtime.addBinding', { name: bindingName, executionContextName: isolatedWorldName }],
    ['Page.addScriptToEvaluateOnNewDocument', { source: mainWorldScript(nonce) }],
    ['Page.addScriptToEvaluateOnNewDocument', { source, worldName: isolatedWorldName }],
  ];
}
