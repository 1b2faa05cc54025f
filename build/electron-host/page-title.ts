import type { CdpValue } from './cdp.ts';

/** The name of the function by which a page's title comes to the host, in a world of its own. */
export const titleBindingName = '__electronHostTitle';

const worldName = 'ElectronHostTitle';

/** Chromium reports no change of a title, so each document is watched; one without a title tells none. */
const script = `(() => {
  if (window !== window.top) return;
  let told = '';
  const tell = () => {
    if (document.title === '' || document.title === told) return;
    told = document.title;
    globalThis[${JSON.stringify(titleBindingName)}](told);
  };
  document.addEventListener('DOMContentLoaded', () => {
    tell();
    const changes = { subtree: true, childList: true, characterData: true };
    if (document.head !== null) new MutationObserver(tell).observe(document.head, changes);
  });
})();`;

/** The commands that make a page tell its title. */
export const titleCommands: readonly (readonly [method: string, parameters: CdpValue])[] = [
  ['Runtime.addBinding', { name: titleBindingName, executionContextName: worldName }],
  ['Page.addScriptToEvaluateOnNewDocument', { source: script, worldName }],
];
