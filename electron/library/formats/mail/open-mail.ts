import PostalMime, { type Attachment, type Email } from 'postal-mime';
import { type DecodedText, decodeText } from '../../decode.ts';

/** A mail, and the mails that are attached to it. */
export interface OpenMail {
  readonly mail: Email;
  /** What is attached, without {@link inner}. */
  readonly attachments: readonly Attachment[];
  readonly inner: readonly OpenMail[];
}

/** A mail with how its file was read. */
export interface ReadMail extends OpenMail {
  /** Its text as it stands in the file, where that could be decoded. */
  readonly decoded: DecodedText;
}

/** A file without any of these headers is no mail. */
const mailHeaders: ReadonlySet<string> = new Set([
  'from',
  'to',
  'subject',
  'date',
  'received',
  'message-id',
  'mime-version',
  'content-type',
]);

/** Mails inside of mails are opened to this depth; deeper ones stay attachments. */
const deepest = 5;

/** So many mails are opened of one file. */
const mostMails = 200;

function isMail({ mimeType }: Attachment): boolean {
  return mimeType === 'message/rfc822';
}

/** The bytes of an attachment. */
export function bytesOf({ content, encoding }: Attachment): Uint8Array {
  if (typeof content === 'string') {
    return Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8');
  }
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}

async function open(bytes: Uint8Array, depth: number, count: { left: number }): Promise<OpenMail> {
  const mail = await PostalMime.parse(bytes, { forceRfc822Attachments: true });
  const attachments: Attachment[] = [];
  const inner: OpenMail[] = [];
  for (const attachment of mail.attachments) {
    const isOpened = isMail(attachment) && depth < deepest && count.left > 0;
    const opened = isOpened ? await openInner(bytesOf(attachment), depth + 1, count) : null;
    if (opened === null) attachments.push(attachment);
    else inner.push(opened);
  }
  return { mail, attachments, inner };
}

async function openInner(
  bytes: Uint8Array,
  depth: number,
  count: { left: number },
): Promise<OpenMail | null> {
  count.left -= 1;
  try {
    return await open(bytes, depth, count);
  } catch {
    return null;
  }
}

/**
 * The bytes that are parsed. A mail says for each of its parts in which encoding it is; one that says
 * it for none, or was saved as UTF-16, is decoded as a whole before.
 */
function readableBytes(bytes: Uint8Array, { encoding, binary, text }: DecodedText): Uint8Array {
  if (binary) return bytes;
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  if (encoding === 'utf-8' && !isMarked) return bytes;
  const isWide = encoding.startsWith('utf-');
  if (!isWide && /charset\s*=/i.test(text)) return bytes;
  return new TextEncoder().encode(text);
}

/** Opens a mail with those inside of it; `null` for what is none, or cannot be read. */
export async function openMail(bytes: Uint8Array): Promise<ReadMail | null> {
  const decoded = decodeText(bytes);
  const readable = readableBytes(bytes, decoded);
  try {
    const opened = await open(readable, 1, { left: mostMails });
    const isAny = opened.mail.headers.some(({ key }) => mailHeaders.has(key));
    return isAny
      ? {
          ...opened,
          decoded: {
            ...decoded,
            guessed: decoded.guessed && readable !== bytes,
          },
        }
      : null;
  } catch {
    return null;
  }
}
