import type { ExportFormat } from '../../shared/model/export.ts';
import { escapeLine } from './escape-line.ts';
import { escapeWiki } from './escape-wiki.ts';
import type { Bullet, MarkedFlavour } from './marked-text.ts';

/** The formats that are Markdown. */
export type Flavour = Extract<ExportFormat, 'markdown' | 'obsidian' | 'logseq'>;

/** The beginning of an item of a list inside of others, whose text is four columns deeper each. */
function listItem({ number, level }: Bullet): string {
  return `${'    '.repeat(level - 1)}${number === null ? '-' : `${number}.`} `;
}

/** How each flavour writes marked text. */
export const markedFlavours: Readonly<Record<Flavour, MarkedFlavour>> = {
  markdown: {
    escape: escapeLine,
    mark: '**',
    reference: ({ number }) => `\\[${number}\\]`,
    bullet: listItem,
  },
  obsidian: {
    escape: escapeWiki,
    mark: '==',
    reference: ({ block_id: blockId, number }) => `[[#^${blockId}|${number}]]`,
    bullet: listItem,
  },
  logseq: {
    escape: escapeWiki,
    mark: '==',
    reference: ({ id, number }) => `[${number}](((${id})))`,
    // Bullets and their depth are the outliner's own.
    bullet: ({ number }) => (number === null ? '' : `${number}\\. `),
  },
};
