import * as z from 'zod/mini';

/** What menus, buttons and shortcuts can ask of the app's window. */
export const commandSchema = z.enum([
  'next-briefing',
  'previous-briefing',
  'next-part',
  'previous-part',
  'toggle-bookmark',
  'write-note',
  'write-tags',
  'next-highlight',
  'previous-highlight',
  'all-notes',
  'trash',
  'search',
  'export',
  'undo',
  'redo',
  'shortcuts',
  'toggle-library',
  'toggle-notes',
  'larger-text',
  'smaller-text',
  'normal-text',
  'rescan',
]);

export type Command = z.infer<typeof commandSchema>;
