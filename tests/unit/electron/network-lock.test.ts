import { describe, expect, it } from 'vitest';
import {
  isLocalRequest,
  lockNetworkBeforeReady,
  lockPage,
  lockSession,
} from '../../../electron/network-lock.ts';

type Respond = (response: { cancel?: boolean }) => void;
type Filter = (details: { url: string }, respond: Respond) => void;

/** A session that writes down what is done to it, in order. */
function recordSession() {
  const done: string[] = [];
  let filter: Filter | null = null;
  const proxies: unknown[] = [];
  const session = {
    setProxy: async (configuration: unknown) => {
      done.push('proxy begun');
      await Promise.resolve();
      proxies.push(configuration);
      done.push('proxy set');
    },
    setSpellCheckerEnabled: (enabled: boolean) => done.push(`spell checker ${enabled}`),
    setSpellCheckerDictionaryDownloadURL: (url: string) => done.push(`dictionaries ${url}`),
    webRequest: {
      onBeforeRequest: (listener: Filter) => {
        filter = listener;
        done.push('requests filtered');
      },
    },
  };
  const ask = (url: string): boolean | undefined => {
    let cancelled: boolean | undefined;
    filter?.({ url }, (response) => {
      cancelled = response.cancel;
    });
    return cancelled;
  };
  return { session: session as never, done, proxies, ask };
}

describe('lockNetworkBeforeReady', () => {
  it('sets the switches that stop lookups and probes', () => {
    const switches: Record<string, string | undefined> = {};
    lockNetworkBeforeReady({
      appendSwitch: (name, value) => {
        switches[name] = value;
      },
    });
    expect(switches).toMatchObject({
      'host-resolver-rules': 'MAP * ~NOTFOUND',
      'force-webrtc-ip-handling-policy': 'disable_non_proxied_udp',
    });
    expect(Object.keys(switches)).toEqual(
      expect.arrayContaining([
        'disable-background-networking',
        'disable-component-update',
        'dns-prefetch-disable',
      ]),
    );
  });
});

describe('lockSession', () => {
  it('filters requests before it waits for the proxy, and is done only when all is set', async () => {
    const { session, done } = recordSession();
    await lockSession(session, 'linux');
    expect(done).toEqual([
      'requests filtered',
      'proxy begun',
      'proxy set',
      'spell checker false',
      'dictionaries http://127.0.0.1:9/',
    ]);
  });

  it('sends everything to a dead proxy, addresses of this machine too', async () => {
    const { session, proxies } = recordSession();
    await lockSession(session, 'linux');
    expect(proxies).toEqual([
      {
        mode: 'fixed_servers',
        proxyRules: 'http://127.0.0.1:9',
        proxyBypassRules: '<-loopback>',
      },
    ]);
  });

  it('keeps the spell checker of macOS, which downloads nothing', async () => {
    const { session, done } = recordSession();
    await lockSession(session, 'darwin');
    expect(done).toContain('spell checker true');
  });

  it('cancels what is not local', async () => {
    const { session, ask } = recordSession();
    await lockSession(session, 'linux');
    expect(ask('https://news.example/')).toBe(true);
    expect(ask('app://bundle/index.html')).toBe(false);
  });
});

describe('isLocalRequest', () => {
  it.each([
    'app://bundle/a.js',
    'blob:app://bundle/1',
    'data:image/png;base64,AA',
    'devtools://devtools/a',
  ])('lets %s pass', (url) => {
    expect(isLocalRequest(url)).toBe(true);
  });

  it.each([
    'http://127.0.0.1/',
    'https://news.example/',
    'ws://localhost/',
    'wss://news.example/',
    'ftp://news.example/',
    'file:///etc/passwd',
    'chrome://settings/',
    'apps://bundle/',
    'HTTPS://NEWS.EXAMPLE/',
    '//news.example/',
    'data',
    '',
  ])('cancels %j', (url) => {
    expect(isLocalRequest(url)).toBe(false);
  });
});

describe('lockPage', () => {
  it('lets WebRTC use no UDP beside the proxy', () => {
    const policies: string[] = [];
    lockPage({ setWebRTCIPHandlingPolicy: (policy) => void policies.push(policy) });
    expect(policies).toEqual(['disable_non_proxied_udp']);
  });
});
