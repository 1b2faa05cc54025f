import { css, html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Briefing } from '../../electron/shared/model/briefing.ts';
import { type PartPath, sectionName } from '../../electron/shared/model/part.ts';
import { readerContext } from '../state/contexts.ts';
import { PartRevealEvent } from '../state/reading-events.ts';
import { StoreController } from '../state/store.ts';
import { controlStyles } from '../styles/controls.ts';
import { counted } from '../ui/count.ts';
import { rowStyles } from './row.styles.ts';

interface Entry {
  readonly path: PartPath;
  readonly name: string;
  readonly detail: string;
}

function entriesOf(briefing: Briefing): readonly Entry[] {
  const figures = briefing.figures.length;
  return [
    { path: 'headline', name: briefing.headline, detail: '' },
    ...(figures > 0
      ? [{ path: 'figures/0', name: 'Figures', detail: counted(figures, 'figure') }]
      : []),
    ...briefing.sections.map((section, index) => ({
      path: `sections/${index}/${section.heading === null ? 'items/0' : 'heading'}`,
      name: sectionName(section),
      detail: counted(section.items.length, 'item'),
    })),
  ];
}

/** The sections of the open briefing, to jump to. */
@customElement('readout-contents-list')
export class ContentsList extends LitElement {
  static override readonly styles = [
    controlStyles,
    rowStyles,
    css`
      .text {
        font-family: inherit;
      }
    `,
  ];

  readonly #reader = new StoreController(this, readerContext);

  protected override render() {
    const reader = this.#reader.state;
    if (reader.kind !== 'open') return html`<p class="empty">No briefing is open.</p>`;
    return html`<ul>
      ${entriesOf(reader.opened.briefing).map(
        ({ path, name, detail }) =>
          html`<li>
            <button class="row" @click=${() => this.dispatchEvent(new PartRevealEvent(path))}>
              <span class="text" dir="auto">${name}</span>
              <span class="where">${detail}</span>
            </button>
          </li>`,
      )}
    </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-contents-list': ContentsList;
  }
}
