import { html, nothing, type TemplateResult } from 'lit';
import type { MarkCount } from '../../electron/shared/model/annotation.ts';
import type { Excerpt, LibraryFilter, LibraryRow } from '../../electron/shared/model/listing.ts';
import { hasWords } from '../state/about-query.ts';
import { viewQueries } from '../state/views.ts';
import { counted } from '../ui/count.ts';
import { longDay } from '../ui/day.ts';
import { icon } from '../ui/icon.ts';

/** How much rows show: excerpts where words are looked for, the folder where files are to be found. */
export type RowMode = 'plain' | 'excerpts' | 'problems';

/** Heights of rows in CSS pixels: fixed in each mode, so that far jumps are exact. */
export const rowHeights: Readonly<Record<RowMode, number>> = {
  plain: 78,
  excerpts: 142,
  problems: 112,
};

export function rowModeOf(filter: LibraryFilter): RowMode {
  if (filter.view === viewQueries.problems) return 'problems';
  return hasWords(filter) ? 'excerpts' : 'plain';
}

/** A row of the list with its place in it. */
export interface ListRow {
  readonly row: LibraryRow;
  readonly mode: RowMode;
  readonly marks: MarkCount | undefined;
  /** Zero-based, of `total` rows. */
  readonly position: number;
  readonly total: number;
  readonly isOpen: boolean;
  /** How far down on the canvas it stands, in CSS pixels. */
  readonly top: number;
  /** Where it stands on the canvas, as CSS. */
  readonly place: string;
}

/** One option of the list box. */
export function renderRow({ row, mode, marks, ...list }: ListRow): TemplateResult {
  const isUnread = row.reading === 'unread' && row.problem === null;
  return html`<div
    role="option"
    id="option-${list.position}"
    class="option ${mode} ${row.problem === null ? '' : 'unreadable'}"
    aria-selected=${list.isOpen}
    aria-setsize=${list.total}
    aria-posinset=${list.position + 1}
    .style=${list.place}
    data-position=${list.position}
    data-id=${row.id}
    data-top=${list.top}
  >
    <span class="headline" dir="auto"
      >${isUnread ? html`<span class="dot" aria-hidden="true"></span>` : nothing}${row.headline}</span
    >
    ${row.problem === null ? renderDetails(row, marks) : renderProblem(row, row.problem, mode)}
    ${mode === 'excerpts' ? row.excerpts.map(renderExcerpt) : nothing}
    <span class="visually-hidden">
      ${row.date === null ? 'undated' : longDay(row.date.value)}${isUnread ? ', unread' : ''}
    </span>
  </div>`;
}

function renderDetails(row: LibraryRow, marks: MarkCount | undefined): TemplateResult {
  const parts = [row.source ?? row.fileName];
  if (marks !== undefined && marks.annotations > 0) parts.push(counted(marks.annotations, 'note'));
  if (marks !== undefined && marks.bookmarks > 0) parts.push(counted(marks.bookmarks, 'bookmark'));
  if (row.copyCount > 0) parts.push(counted(row.copyCount + 1, 'copy', 'copies'));
  const changed = html`<span class="changed">changed</span> · `;
  return html`<span class="details">
    ${row.isPinned ? html`${icon('pin', 12)}<span class="visually-hidden">pinned </span>` : nothing}
    ${row.isChanged ? changed : nothing}${parts.join(' · ')}
  </span>`;
}

function renderProblem(row: LibraryRow, problem: string, mode: RowMode): TemplateResult {
  // The row is narrow and the file's name stands above: the folders would hide the reason.
  const reason = problem.replaceAll(row.path, row.fileName);
  return html`<span class="details" title=${problem}>${reason}</span> ${
      mode === 'problems'
        ? html`<div class="folder" title=${row.path}><bdi>${row.path}</bdi></div>`
        : nothing
    }`;
}

/** How much text may stand before the first hit, so that it is in sight: two lines, and one. */
const leads = [56, 18] as const;

/** Cuts the beginning off where the first hit would not be in sight, between words. */
function cutTo({ text, hits }: Excerpt, lead: number): Pick<Excerpt, 'text' | 'hits'> {
  const start = hits[0]?.start ?? 0;
  if (start <= lead) return { text, hits };
  const space = text.slice(0, start).search(new RegExp(`\\s\\S.{0,${lead - 2}}$`, 'su'));
  const cut = space === -1 ? start : space + 1;
  const shift = 1 - cut;
  return {
    text: `…${text.slice(cut)}`,
    hits: hits.map((hit) => ({ start: hit.start + shift, end: hit.end + shift })),
  };
}

/** The text between hits, and the hits marked. */
function renderExcerpt(excerpt: Excerpt, index: number): TemplateResult {
  const { text, hits } = cutTo(excerpt, leads[index] ?? leads[1]);
  const pieces: unknown[] = [];
  let end = 0;
  for (const hit of hits) {
    pieces.push(text.slice(end, hit.start), html`<mark>${text.slice(hit.start, hit.end)}</mark>`);
    ({ end } = hit);
  }
  return html`<span class="excerpt" dir="auto"
    >${excerpt.part === null ? html`<span class="of-note">Note: </span>` : nothing}${pieces}${text.slice(
      end,
    )}</span
  >`;
}
