import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { icon } from '../ui/icon.ts';

/** The buttons of a part, and what they do. */
export interface PartTools {
  /** The part's name as it is said: `bullet 2`. */
  readonly name: string;
  readonly isBookmarked: boolean;
  readonly hasNote: boolean;
  readonly toggleBookmark: () => void;
  readonly writeNote: () => void;
}

/** The buttons beside a part. */
export function partToolsTemplate(tools: PartTools): TemplateResult {
  const { name, isBookmarked, hasNote, toggleBookmark, writeNote } = tools;
  return html`<span class=${classMap({ 'part-tools': true, marked: isBookmarked || hasNote })}>
    <button
      tabindex="-1"
      aria-label="Bookmark ${name}"
      aria-pressed=${isBookmarked}
      title="Bookmark (b)"
      @click=${toggleBookmark}
    >
      ${icon('bookmark', 15)}
    </button>
    <button
      tabindex="-1"
      class=${hasNote ? 'has-note' : nothing}
      aria-label="Note on ${name}"
      title="Note (n)"
      @click=${writeNote}
    >
      ${icon('pencil', 15)}
    </button>
  </span>`;
}
