import { EventEmitter } from 'node:events';
import type { ProxyConfig } from 'electron';
import { isChromiumStarted } from './browser.ts';
import { switches } from './command-line.ts';
import { loud, notProvided } from './loud.ts';
import { createProtocol, type HostProtocol } from './protocol.ts';

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

/** What answers the requests of a session's pages. */
export interface Answering {
  readonly webRequest: Pick<HostWebRequest, 'ask'>;
  readonly handlerOf: HostProtocol['handlerOf'];
}

/** How the host itself asks a session, which the app cannot. */
const answering = new WeakMap<object, Answering>();

export function answeringOf(session: object): Answering {
  return answering.get(session) ?? notProvided('a session that the host did not make');
}

/** Permission handlers are kept and never asked: headless Chromium grants nothing. */
class HostSession extends EventEmitter {
  readonly protocol: HostProtocol['facade'];
  readonly webRequest: HostWebRequest;

  constructor(protocol: HostProtocol['facade'], webRequest: HostWebRequest) {
    super();
    this.protocol = protocol;
    this.webRequest = webRequest;
  }

  setPermissionRequestHandler(): void {}

  setPermissionCheckHandler(): void {}

  setDevicePermissionHandler(): void {}

  setUSBProtectedClassesHandler(): void {}

  setSpellCheckerEnabled(): void {}

  setSpellCheckerLanguages(): void {}

  setSpellCheckerDictionaryDownloadURL(): void {}

  /**
   * Takes effect because Chromium starts with the first window only. There is one proxy for all
   * sessions, so that later only the same one can be set.
   */
  setProxy({ mode = 'fixed_servers', proxyRules, proxyBypassRules }: ProxyConfig): Promise<void> {
    const isSame =
      switches.get('proxy-server') === proxyRules &&
      switches.get('proxy-bypass-list') === proxyBypassRules;
    if (isSame && mode === 'fixed_servers') return Promise.resolve();
    if (isChromiumStarted()) notProvided('session.setProxy after the first window');
    if (mode !== 'fixed_servers' || proxyRules === undefined)
      notProvided(`session.setProxy in mode ${mode}`);
    switches.set('proxy-server', proxyRules);
    if (proxyBypassRules !== undefined) switches.set('proxy-bypass-list', proxyBypassRules);
    return Promise.resolve();
  }
}

function createSession(): HostSession {
  const protocol = createProtocol();
  const webRequest = new HostWebRequest();
  const made = loud(
    'session',
    new HostSession(protocol.facade, loud('session.webRequest', webRequest)),
  );
  answering.set(made, { webRequest, handlerOf: protocol.handlerOf });
  return made;
}

const defaultSession = createSession();
const partitions = new Map<string, HostSession>();

/** A session of its own as far as requests go; storage is one for all. */
function fromPartition(partition: string): HostSession {
  const known = partitions.get(partition) ?? createSession();
  partitions.set(partition, known);
  return known;
}

export const session = loud('session module', { defaultSession, fromPartition });
