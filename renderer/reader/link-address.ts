/** The schemes that can be opened outside of the app; all others are only shown. */
const openable: ReadonlySet<string> = new Set(['https:', 'mailto:']);

/** Longer addresses are none that anybody reads before agreeing to open them. */
const longestAddress = 8000;

/**
 * The address of a link where it can be opened, as a browser understands it; `null` for every other
 * scheme, and for what is no address.
 */
export function openableAddress(target: string): string | null {
  const address = URL.parse(target);
  if (address === null || !openable.has(address.protocol)) return null;
  return address.href.length > longestAddress ? null : address.href;
}
