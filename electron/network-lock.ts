/**
 * Keeps the app off the network. Cancelling requests and the page's policy are not enough:
 * Chromium opens speculative connections, looks up names and sends WebRTC probes beside them. These
 * measures were measured clean together, so they are kept together.
 */
import type { CommandLine, Session, WebContents } from 'electron';

/** Schemes that never leave the machine. `devtools:` is the developer tools' own page. */
const localSchemes: ReadonlySet<string> = new Set(['app:', 'blob:', 'data:', 'devtools:']);

/** Chromium's switches, with the reason for each. They count only before the app is ready. */
const switches: readonly (readonly [name: string, value?: string])[] = [
  // Every name is unknown, whoever asks: no lookup leaves the machine.
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  // WebRTC gathers candidates by UDP, which goes past proxies and past request filters.
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  // Field trials, time checks, safe-browsing lists and the like fetch without any page.
  ['disable-background-networking'],
  // Component updates (certificate lists and so on) come from a server of Chromium's makers.
  ['disable-component-update'],
  // Uploads reports about failed requests.
  ['disable-domain-reliability'],
  // Looks up the names in links before they are followed.
  ['dns-prefetch-disable'],
  // `<a ping>` sends a request when a link is followed.
  ['no-pings'],
  // QUIC is UDP, which a proxy for TCP does not stop.
  ['disable-quic'],
  // Cast devices are sought by multicast; hints and certificate lists are downloaded.
  ['disable-features', 'MediaRouter,DialMediaRouteProvider,OptimizationHints'],
];

/** A proxy that nobody listens behind: port 9 is the discard service. */
const deadProxy = 'http://127.0.0.1:9';

/** Sets Chromium's switches. Has to run before the app is ready. */
export function lockNetworkBeforeReady(commandLine: Pick<CommandLine, 'appendSwitch'>): void {
  for (const [name, value] of switches) commandLine.appendSwitch(name, value);
}

/** Whether a request stays on this machine. */
export function isLocalRequest(url: string): boolean {
  const address = URL.parse(url);
  return address !== null && localSchemes.has(address.protocol);
}

/** Locks a session. Has to be done before its first page loads. */
export async function lockSession(
  session: Pick<
    Session,
    'setProxy' | 'setSpellCheckerDictionaryDownloadURL' | 'setSpellCheckerEnabled' | 'webRequest'
  >,
  platform: NodeJS.Platform,
): Promise<void> {
  // First the requests, synchronously, so that nothing slips out while the proxy is being set.
  session.webRequest.onBeforeRequest((details, respond) => {
    respond({ cancel: !isLocalRequest(details.url) });
  });
  // Speculative connections skip request filters but take the proxy; `<-loopback>` takes away the
  // exception that Chromium makes for addresses of this machine.
  await session.setProxy({
    mode: 'fixed_servers',
    proxyRules: deadProxy,
    proxyBypassRules: '<-loopback>',
  });
  // Dictionaries are downloaded, except on macOS, where the system's own checker is used.
  session.setSpellCheckerEnabled(platform === 'darwin');
  session.setSpellCheckerDictionaryDownloadURL(`${deadProxy}/`);
}

/** Locks what is set for each page by itself. */
export function lockPage(contents: Pick<WebContents, 'setWebRTCIPHandlingPolicy'>): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
