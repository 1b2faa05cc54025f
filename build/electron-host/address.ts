/**
 * Chromium cannot intercept a top-level navigation to a scheme it does not know, so the host serves
 * `app://bundle/` as `https://bundle.app.app-scheme.test/`. The app's main process sees `app://`.
 */
const suffix = '.app-scheme.test';
const webPattern = /^https:\/\/([^/?#]*)\.([a-z0-9+-]+)\.app-scheme\.test(?=[/?#]|$)/i;
const schemePattern = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)/i;

/** Schemes that the app registered, lower-case without colon. */
export const registeredSchemes = new Set<string>();

/** The address that Chromium gets for an address of the app. */
export function toWebAddress(address: string): string {
  return address.replace(schemePattern, (whole, scheme: string, host: string) =>
    registeredSchemes.has(scheme.toLowerCase())
      ? `https://${host}.${scheme.toLowerCase()}${suffix}`
      : whole,
  );
}

/** The app's address for an address that Chromium reports. */
export function fromWebAddress(address: string): string {
  return address.replace(webPattern, (whole, host: string, scheme: string) =>
    registeredSchemes.has(scheme.toLowerCase()) ? `${scheme.toLowerCase()}://${host}` : whole,
  );
}
