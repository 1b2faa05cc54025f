import { html, nothing, type TemplateResult } from 'lit';
import type { DateProvenance } from '../../electron/shared/model/briefing.ts';
import type { OpenedBriefing } from '../../electron/shared/model/listing.ts';
import { counted } from '../ui/count.ts';
import { shortDay } from '../ui/day.ts';
import { icon } from '../ui/icon.ts';
import type { BriefingActions } from './briefing-actions.ts';

const wordsPerMinute = 230;

/** Ends a line rather than begins one. */
const separator = '\u00a0· ';

const provenances: Readonly<Record<DateProvenance, string>> = {
  'front matter': 'date from the front matter',
  'file name': 'date from the file’s name',
  inferred: 'date inferred from the text',
  caption: 'date of the newest photo',
  'file time': 'date of the file',
};

/** The line above the headline: where the briefing is from, and what the reader did with it. */
export function metaTemplate(
  { briefing, listing, reading, isPinned }: OpenedBriefing,
  { toggleRead, togglePinned }: BriefingActions,
): TemplateResult {
  const { source, date } = briefing;
  const minutes = Math.max(1, Math.round(listing.wordCount / wordsPerMinute));
  const day =
    date === null
      ? 'undated'
      : html`<time datetime=${date.value}>${shortDay(date.value)}</time>${separator}<span
            title=${date.evidence ?? nothing}
            >${provenances[date.provenance]}</span
          >`;
  return html`<div class="briefing-meta">
    <p>
      ${source === null ? nothing : html`<bdi class="source">${source}</bdi> `}${day}${separator}${counted(
        minutes,
        'minute',
      )}
      to read
    </p>
    <div class="briefing-standing">
      <button class="button quiet" aria-pressed=${reading === 'read'} @click=${toggleRead}>
        ${icon('check', 14)} Read
      </button>
      <button class="button quiet" aria-pressed=${isPinned} @click=${togglePinned}>
        ${icon('pin', 14)} Pinned
      </button>
    </div>
  </div>`;
}

/** The end: the file that this is, what of it is not shown, and the other files with the story. */
export function colophonTemplate(
  { briefing, listing, copies }: OpenedBriefing,
  { open }: BriefingActions,
): TemplateResult {
  return html`<footer class="briefing-colophon">
    <p>
      ${listing.fileName}${
        briefing.furniture.length === 0
          ? nothing
          : html` · page lines not shown: ${briefing.furniture.join(' · ')}`
      }
    </p>
    ${
      copies.length === 0
        ? nothing
        : html`<p id="copies-name">The same story is in ${counted(copies.length, 'other file')}:</p>
            <ul aria-labelledby="copies-name">
              ${copies.map(
                ({ id, path }) =>
                  html`<li>
                    <button @click=${() => open(id)}><bdi>${path}</bdi></button>
                  </li>`,
              )}
            </ul>`
    }
  </footer>`;
}
