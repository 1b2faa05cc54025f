import { fromWebAddress, toWebAddress } from './address.ts';
import type { CdpConnection, CdpValue } from './cdp.ts';
import type { Answering } from './session.ts';

interface PausedRequest {
  readonly requestId: string;
  readonly frameId: string;
  readonly resourceType: string;
  readonly request: {
    readonly url: string;
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly postData?: string;
  };
}

/** Asked before a top-level navigation; `false` stops it. */
export type NavigationGuard = (url: string, frameId: string) => boolean;

/** Electron's words for what Chromium's protocol calls otherwise; the rest is "other". */
const resourceTypes: ReadonlyMap<string, string> = new Map([
  ['Stylesheet', 'stylesheet'],
  ['Script', 'script'],
  ['Image', 'image'],
  ['Font', 'font'],
  ['XHR', 'xhr'],
  ['Fetch', 'xhr'],
  ['Ping', 'ping'],
  ['CSPViolationReport', 'cspReport'],
  ['Media', 'media'],
  ['WebSocket', 'webSocket'],
]);

let lastId = 0;

/** The request as the app's protocol handler gets it: under the app's own address. */
function requestFor(url: string, { request }: PausedRequest): Request {
  const made = new Request(url.replace(/^[a-z][a-z0-9+.-]*:/i, 'https:'), {
    method: request.method,
    headers: request.headers,
    ...(request.postData === undefined ? {} : { body: request.postData }),
  });
  Object.defineProperty(made, 'url', { value: url });
  return made;
}

/** What Chromium is told to do with a paused request. */
interface Decision {
  readonly method: string;
  readonly details: CdpValue;
}

function refusal(errorReason: string): Decision {
  return { method: 'Fetch.failRequest', details: { errorReason } };
}

function redirection(address: string): Decision {
  const responseHeaders = [{ name: 'Location', value: toWebAddress(address) }];
  return { method: 'Fetch.fulfillRequest', details: { responseCode: 307, responseHeaders } };
}

async function fulfilment(response: Response): Promise<Decision> {
  if (response.type === 'error') return refusal('Failed');
  const body = Buffer.from(await response.arrayBuffer()).toString('base64');
  const responseHeaders = [...response.headers].map(([name, value]) => ({
    name,
    value: name === 'location' ? toWebAddress(value) : value,
  }));
  const details = { responseCode: response.status, responseHeaders, body };
  return { method: 'Fetch.fulfillRequest', details };
}

/** Answers every request of a target: the app's filter first, then its protocol handlers. */
export class Interception {
  readonly #connection: CdpConnection;
  readonly #mainFrameId: string;
  readonly #answering: Answering;
  readonly #mayNavigate: NavigationGuard;

  constructor(
    connection: CdpConnection,
    mainFrameId: string,
    answering: Answering,
    mayNavigate: NavigationGuard,
  ) {
    this.#connection = connection;
    this.#mainFrameId = mainFrameId;
    this.#answering = answering;
    this.#mayNavigate = mayNavigate;
  }

  async paused(parameters: CdpValue, sessionId: string): Promise<void> {
    const paused = parameters as unknown as PausedRequest;
    const { method, details } = await this.#decide(paused);
    // The page may be gone by now, and the request with it.
    await this.#connection
      .send(method, { requestId: paused.requestId, ...details }, sessionId)
      .catch(() => undefined);
  }

  #resourceType({ resourceType, frameId }: PausedRequest): string {
    if (resourceType !== 'Document') return resourceTypes.get(resourceType) ?? 'other';
    return frameId === this.#mainFrameId ? 'mainFrame' : 'subFrame';
  }

  async #decide(paused: PausedRequest): Promise<Decision> {
    const url = fromWebAddress(paused.request.url);
    const isDocument = paused.resourceType === 'Document';
    if (isDocument && !this.#mayNavigate(url, paused.frameId)) return refusal('Aborted');
    lastId += 1;
    const verdict = await this.#answering.webRequest.ask({
      id: lastId,
      url,
      method: paused.request.method,
      resourceType: this.#resourceType(paused),
    });
    if (verdict.cancel === true) return refusal('BlockedByClient');
    if (verdict.redirectURL !== undefined) return redirection(verdict.redirectURL);
    const handler = this.#answering.handlerOf(url);
    if (handler === undefined) return { method: 'Fetch.continueRequest', details: {} };
    try {
      return await fulfilment(await handler(requestFor(url, paused)));
    } catch (error) {
      process.stderr.write(`electron host: the protocol handler failed: ${String(error)}\n`);
      return refusal('Failed');
    }
  }
}
