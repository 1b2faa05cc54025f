import { css, html, LitElement } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { type Color, colorSchema } from '../../electron/shared/model/annotation.ts';
import {
  defaultSettings,
  longestColorName,
  type Settings,
} from '../../electron/shared/model/settings.ts';
import { settingsContext } from '../state/contexts.ts';
import { StoreController } from '../state/store.ts';
import { colorStyles } from '../styles/colors.ts';
import { controlStyles } from '../styles/controls.ts';

const themes: readonly { readonly theme: Settings['theme']; readonly label: string }[] = [
  { theme: 'system', label: 'As the system' },
  { theme: 'light', label: 'Light' },
  { theme: 'dark', label: 'Dark' },
];

/** Text size, column width, theme and the names of colours, in a popover under its button. */
@customElement('readout-reading-settings')
export class ReadingSettings extends LitElement {
  static override readonly styles = [
    controlStyles,
    colorStyles,
    css`
      .button {
        anchor-name: --reading-settings;
      }

      [popover] {
        position-anchor: --reading-settings;
        position-area: bottom span-left;
        width: 290px;
        max-height: calc(100vh - 64px);
        overflow: auto;
        margin: 6px 0;
        padding: 14px 16px;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--raised);
        color: var(--ink);
        box-shadow: var(--shadow);
        font: 13px/1.5 var(--sans);
      }

      label {
        display: block;
      }

      legend {
        padding: 0;
      }

      .name {
        display: flex;
        justify-content: space-between;
      }

      output {
        color: var(--muted);
      }

      input[type='range'] {
        width: 100%;
        margin: 4px 0 14px;
        accent-color: var(--accent);
      }

      fieldset {
        margin: 0;
        padding: 0;
        border: 0;
      }

      .themes {
        display: flex;
        gap: 6px;
        margin-top: 6px;
      }

      .themes .button {
        flex: auto;
        justify-content: center;
        padding: 4px 8px;
        anchor-name: none;
      }

      .colors {
        margin-top: 12px;
      }

      .color {
        display: flex;
        gap: 8px;
        align-items: center;
        margin-top: 4px;
      }

      .color .swatch {
        flex: none;
        width: 18px;
        height: 18px;
        cursor: default;
      }

      .color input {
        flex: auto;
        min-width: 0;
        padding: 2px 7px;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius-small);
        background: var(--paper);
        color: inherit;
        font: inherit;
      }
    `,
  ];

  readonly #settings = new StoreController(this, settingsContext);

  @query('[popovertarget]', true) private readonly button!: HTMLElement;
  @query('#panel', true) private readonly panel!: HTMLElement;

  #change(change: Partial<Settings>): void {
    void this.#settings.store.change(change);
  }

  /** Chromium does not bring the focus back to a button inside of a shadow root. */
  private readonly handleToggle = (event: ToggleEvent): void => {
    const focused = this.shadowRoot?.activeElement ?? null;
    const isLeft = event.newState === 'closed' && this.panel.contains(focused);
    if (isLeft) this.button.focus();
  };

  private readonly handleTextSize = (event: Event): void => {
    if (event.target instanceof HTMLInputElement)
      this.#change({ textSize: event.target.valueAsNumber });
  };

  private readonly handleColumnWidth = (event: Event): void => {
    if (event.target instanceof HTMLInputElement) {
      this.#change({ columnWidth: event.target.valueAsNumber });
    }
  };

  /** Stores the name of a colour; from an empty field, its own name again. */
  #handleColorName(color: Color, { target }: Event): void {
    if (!(target instanceof HTMLInputElement)) return;
    const { colorNames } = this.#settings.state;
    const name = target.value.trim() || defaultSettings.colorNames[color];
    target.value = name;
    this.#change({ colorNames: { ...colorNames, [color]: name } });
  }

  protected override render() {
    const { textSize, columnWidth } = this.#settings.state;
    return html`<button
        class="button"
        popovertarget="panel"
        aria-label="Text and appearance"
        title="Text and appearance"
      >
        Aa
      </button>
      <div
        id="panel"
        popover
        role="dialog"
        aria-label="Text and appearance"
        @beforetoggle=${this.handleToggle}
      >
        ${this.#renderRange('Text size', `${textSize} %`, textSize, [80, 250, 10], this.handleTextSize)}
        ${this.#renderRange(
          'Column width',
          `${columnWidth} characters`,
          columnWidth,
          [45, 110, 1],
          this.handleColumnWidth,
        )}
        ${this.#renderThemes()} ${this.#renderColorNames()}
      </div>`;
  }

  #renderRange(
    name: string,
    shown: string,
    value: number,
    [least, most, step]: readonly [number, number, number],
    handleInput: (event: Event) => void,
  ) {
    return html`<label>
      <span class="name">${name} <output>${shown}</output></span>
      <input
        type="range"
        min=${least}
        max=${most}
        step=${step}
        aria-label=${name}
        aria-valuetext=${shown}
        .valueAsNumber=${value}
        @input=${handleInput}
      />
    </label>`;
  }

  #renderThemes() {
    const { theme } = this.#settings.state;
    return html`<fieldset>
      <legend>Appearance</legend>
      <div class="themes">
        ${themes.map(
          ({ theme: value, label }) =>
            html`<button
              class="button"
              aria-pressed=${theme === value}
              @click=${() => this.#change({ theme: value })}
            >
              ${label}
            </button>`,
        )}
      </div>
    </fieldset>`;
  }

  #renderColorNames() {
    const { colorNames } = this.#settings.state;
    return html`<fieldset class="colors">
      <legend>What the colours stand for</legend>
      ${colorSchema.options.map(
        (color) =>
          html`<div class="color">
            <span class="swatch ${color}"></span>
            <input
              aria-label="Name of ${color}"
              maxlength=${longestColorName}
              .value=${colorNames[color]}
              @change=${(event: Event) => this.#handleColorName(color, event)}
            />
          </div>`,
      )}
    </fieldset>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-reading-settings': ReadingSettings;
  }
}
