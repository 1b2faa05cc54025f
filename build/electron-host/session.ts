import { EventEmitter } from 'node:events';
import type { ProxyConfig } from 'electron';
import { isChromiumStarted } from './browser.ts';
import { switches } from './command-line.ts';
import { loud, notProvided } from './loud.ts';
import { protocol } from './protocol.ts';

/** What a request filter is told and answers, as far as the host goes. */
export interface RequestDetails {
  readonly id: number;
  readonly url: string;
  readonly method: string;
  readonly resourceType: string;
}

interface RequestAnswer {
  readonly cancel?: boolean;
  readonly redirectURL?: string;
}
type RequestFilter = (details: RequestDetails, respond: (answer: RequestAnswer) => void) => void;

class HostWebRequest {
  #filter: RequestFilter | null = null;

  onBeforeRequest(...given: readonly unknown[]): void {
    if (given.length > 1) notProvided('session.webRequest.onBeforeRequest with a filter');
    const [filter] = given;
    this.#filter = typeof filter === 'function' ? (filter as RequestFilter) : null;
  }

  /** What the app's filter says of a request. */
  ask(details: RequestDetails): Promise<RequestAnswer> {
    const filter = this.#filter;
    return filter === null
      ? Promise.resolve({})
      : new Promise((resolve) => filter(loud('details', details), resolve));
  }
}

export const webRequest = new HostWebRequest();

/** The one session. Permission handlers are kept and never asked: headless Chromium grants nothing. */
class HostSession extends EventEmitter {
  readonly protocol = protocol;
  readonly webRequest = loud('session.webRequest', webRequest);

  setPermissionRequestHandler(): void {}

  setPermissionCheckHandler(): void {}

  setDevicePermissionHandler(): void {}

  setUSBProtectedClassesHandler(): void {}

  setSpellCheckerEnabled(): void {}

  setSpellCheckerLanguages(): void {}

  setSpellCheckerDictionaryDownloadURL(): void {}

  /** Takes effect because Chromium starts with the first window only. */
  setProxy({ mode = 'fixed_servers', proxyRules, proxyBypassRules }: ProxyConfig): Promise<void> {
    if (isChromiumStarted()) notProvided('session.setProxy after the first window');
    if (mode !== 'fixed_servers' || proxyRules === undefined)
      notProvided(`session.setProxy in mode ${mode}`);
    switches.set('proxy-server', proxyRules);
    if (proxyBypassRules !== undefined) switches.set('proxy-bypass-list', proxyBypassRules);
    return Promise.resolve();
  }
}

const defaultSession = loud('session', new HostSession());

export const session = loud('session module', { defaultSession });
