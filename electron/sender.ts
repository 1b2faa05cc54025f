import { pageOrigin } from './page-address.ts';

/** What is looked at of the frame that sent a message. */
export interface SenderFrame {
  readonly origin: string;
  readonly parent: object | null;
}

/**
 * Whether a message comes from the app's own page: from a frame that is still there, is the top
 * one of its window, and has the page's origin.
 */
export function isOwnPage(frame: SenderFrame | null): boolean {
  return frame !== null && frame.parent === null && frame.origin === pageOrigin;
}
