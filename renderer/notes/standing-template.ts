import { html, nothing } from 'lit';
import '../ui/text-difference.ts';
import type { Standing } from './standing.ts';

/** What a card says of the words that were marked, where they are not the same any more. */
export function standingTemplate(standing: Standing) {
  if (standing.kind !== 'edited') return nothing;
  const { isMoved, quote, textNow } = standing;
  return html`<details class="standing" open>
    <summary>${isMoved ? 'Moved: source edited' : 'Source edited since'}</summary>
    ${
      quote === textNow
        ? html`<p>The words are the same; those around them are not.</p>`
        : html`<readout-text-difference
            .older=${quote}
            .newer=${textNow}
          ></readout-text-difference>`
    }
  </details>`;
}
