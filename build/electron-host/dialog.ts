import type { Dialog } from 'electron';
import { loud } from './loud.ts';

type Provided = Pick<
  Dialog,
  'showErrorBox' | 'showMessageBox' | 'showOpenDialog' | 'showSaveDialog'
>;

/** There is nobody to ask: a test replaces the function with its answer, or the call fails. */
function unanswered(name: string): () => Promise<never> {
  return () => Promise.reject(new Error(`electron host: ${name} was called and nobody answered`));
}

const provided: Provided = {
  showMessageBox: unanswered('dialog.showMessageBox'),
  showOpenDialog: unanswered('dialog.showOpenDialog'),
  showSaveDialog: unanswered('dialog.showSaveDialog'),
  showErrorBox: (title, content) => void process.stderr.write(`${title}: ${content}\n`),
};

export const dialog = loud('dialog', provided);
