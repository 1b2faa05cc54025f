import type { Clipboard } from 'electron';
import { textOfHtml } from './text-of-html.ts';

/** The part of Electron's clipboard that is read. */
export type ReadableClipboard = Pick<Clipboard, 'read' | 'readText'>;

/**
 * The text on the clipboard; where there is only HTML, as some apps put it there, the text of that.
 * Empty where there is neither.
 */
export async function readClipboard(clipboard: ReadableClipboard): Promise<string> {
  const text = await clipboard.readText();
  if (text.trim() !== '') return text;
  for (const item of await clipboard.read()) {
    if (!item.types.includes('text/html')) continue;
    const html = await item.getType('text/html');
    return textOfHtml(await html.text());
  }
  return '';
}
