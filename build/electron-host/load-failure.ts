/** The numbers of Chromium's network errors that a load ends with most often. */
const numbers: ReadonlyMap<string, number> = new Map([
  ['ERR_FAILED', -2],
  ['ERR_ABORTED', -3],
  ['ERR_INVALID_URL', -300],
  ['ERR_BLOCKED_BY_CLIENT', -20],
  ['ERR_CONNECTION_REFUSED', -102],
  ['ERR_NAME_NOT_RESOLVED', -105],
  ['ERR_INTERNET_DISCONNECTED', -106],
  ['ERR_UNKNOWN_URL_SCHEME', -302],
]);

/** The error that Electron's `loadURL` rejects with, for a reason such as `net::ERR_FAILED`. */
export function loadFailure(reason: string, url: string): Error {
  const code = reason.replace(/^net::/, '');
  const errno = numbers.get(code);
  const number = errno === undefined ? '' : ` (${errno})`;
  const error = new Error(`${code}${number} loading '${url}'`);
  return Object.assign(error, { code, url }, errno === undefined ? {} : { errno });
}
