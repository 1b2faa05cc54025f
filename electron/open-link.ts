import type { Problem } from './shared/model/problem.ts';
import { failure, type Result, success } from './shared/result.ts';

/** What a letter that a link begins may be given besides its receivers (RFC 6068, section 4). */
const harmlessFields: ReadonlySet<string> = new Set(['to', 'cc', 'bcc', 'subject', 'body']);

function refuse(message: string): Result<never, Problem> {
  return failure({ kind: 'unreadable', message });
}

/**
 * The address that a document's link leads to, as it would be opened: normalised, in ASCII, with
 * names in other scripts as `xn--`. Only https and mailto are opened, without a name or password in
 * them, and no letter that asks for anything but receivers, subject and text.
 */
export function checkLink(target: string): Result<URL, Problem> {
  const address = URL.parse(target.trim());
  if (address === null) return refuse('This is no address that can be opened. You can copy it.');
  const { protocol, username, password, searchParams } = address;
  if (username !== '' || password !== '') {
    return refuse('The address has a name or a password in it, so it is not opened.');
  }
  if (protocol === 'https:') return success(address);
  if (protocol !== 'mailto:') {
    return refuse('Only https and mailto addresses are opened. You can copy this one.');
  }
  const hasOther = [...searchParams.keys()].some((name) => !harmlessFields.has(name.toLowerCase()));
  return hasOther
    ? refuse('The address asks for more than a letter to somebody, so it is not opened.')
    : success(address);
}

export interface OpenLinkOptions {
  /** Shows the reader the whole address; resolves with whether to open it. */
  readonly ask: (address: URL) => Promise<boolean>;
  /** Opens an address with what the system has for it. @throws where there is nothing. */
  readonly openExternal: (address: string) => Promise<void>;
}

/** Opens an address of a document outside of the app, once the reader has seen and confirmed it. */
export async function openLink(
  target: string,
  { ask, openExternal }: OpenLinkOptions,
): Promise<Result<{ readonly opened: boolean }, Problem>> {
  const checked = checkLink(target);
  if (!checked.ok) return checked;
  if (!(await ask(checked.value))) return success({ opened: false });
  try {
    await openExternal(checked.value.href);
    return success({ opened: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refuse(`The system could not open the address. You can copy it. ${reason}`);
  }
}
