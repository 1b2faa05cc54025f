import { checkLink } from '../../open-link.ts';
import { type Markup, markup } from './markup.ts';

/** Words that lead somewhere; only what the app itself would open can be followed. */
export function linkedWords(words: Markup | string, target: string): Markup {
  const address = checkLink(target);
  return address.ok
    ? markup`<a href="${address.value.href}" rel="noreferrer">${words}</a>`
    : markup`<span class="dead-link">${words}</span>`;
}

/** Where words lead, for the eye and for paper; nothing where the words say it already. */
export function shownTarget(words: string, target: string): Markup | null {
  const shown = target.trim();
  return shown === '' || shown === words.trim()
    ? null
    : markup` <bdi class="target">${shown}</bdi>`;
}
