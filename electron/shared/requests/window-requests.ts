/** What the page asks about the settings and of the system. */
import * as z from 'zod/mini';
import { settingsSchema } from '../model/settings.ts';
import { done, nothing, request, resultOf } from './request.ts';

/** The requests about settings and the system. */
export const windowRequests = {
  readSettings: request('settings:read', nothing, settingsSchema),
  changeSettings: request('settings:change', z.partial(settingsSchema), settingsSchema),
  /**
   * Asks the reader about an address of a document, in full, and opens it outside of the app. Only
   * https and mailto can be opened.
   */
  openLink: request(
    'window:open-link',
    z.object({ target: z.string().check(z.maxLength(8000)) }),
    resultOf(z.object({ opened: z.boolean() })),
  ),
  /** Puts plain text on the clipboard; a page without permissions cannot do so itself. */
  copyText: request(
    'window:copy',
    z.object({ text: z.string().check(z.maxLength(10_000_000)) }),
    done,
  ),
  /** The renderer's answer to the notice `flush`: all that was typed is stored, or it is not. */
  confirmFlush: request('window:flushed', z.object({ allSaved: z.boolean() }), done),
} as const;
