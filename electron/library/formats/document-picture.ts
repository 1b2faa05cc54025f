// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const noLocalPath = /[\\:\0-\x1f]/;

/**
 * The reference of a picture that lies below the briefing's folder, from the address that the
 * document states; `null` for any other address.
 */
export function localPicture(address: string): string | null {
  const path = decoded(address.trim().replace(/[?#].*$/s, ''));
  if (path === null || noLocalPath.test(path) || path.startsWith('/')) return null;
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  return parts.length === 0 || parts.includes('..') ? null : `./${parts.join('/')}`;
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
