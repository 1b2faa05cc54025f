import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { ExportForm, ExportPreset } from '../../electron/shared/model/export.ts';
import { settingsContext } from '../state/contexts.ts';
import { StoreController } from '../state/store.ts';
import { controlStyles } from '../styles/controls.ts';
import { fieldStyles } from '../styles/fields.ts';
import { FormEvent } from './form-event.ts';

function isSameName(one: string, other: string): boolean {
  return one.trim().toLocaleLowerCase() === other.trim().toLocaleLowerCase();
}

/**
 * Ways to export that the reader gave names: chosen, kept and forgotten.
 *
 * @fires form-change - A preset was chosen.
 */
@customElement('readout-preset-picker')
export class PresetPicker extends LitElement {
  static override readonly styles = [
    controlStyles,
    fieldStyles,
    css`
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
        align-items: end;
        margin-bottom: 12px;
      }

      label {
        flex: 1 1 140px;
        color: var(--muted);
        font-size: 12.5px;
      }
    `,
  ];

  readonly #settings = new StoreController(this, settingsContext);

  @property({ attribute: false }) form!: ExportForm;
  @state() private isNaming = false;
  @query('input') private readonly field!: HTMLInputElement | null;
  @query('.save') private readonly saveButton!: HTMLElement | null;

  get #presets(): readonly ExportPreset[] {
    return this.#settings.state.exportPresets;
  }

  get #chosen(): ExportPreset | undefined {
    const form = JSON.stringify(this.form);
    return this.#presets.find((preset) => JSON.stringify(preset.form) === form);
  }

  private readonly handleChoice = (event: Event): void => {
    if (!(event.target instanceof HTMLSelectElement)) return;
    const { value } = event.target;
    const preset = this.#presets.find(({ name }) => name === value);
    if (preset !== undefined) this.dispatchEvent(new FormEvent(preset.form));
  };

  async #startNaming(): Promise<void> {
    this.isNaming = true;
    await this.updateComplete;
    this.field?.focus();
  }

  async #keep(): Promise<void> {
    const name = this.field?.value.trim() ?? '';
    if (name === '') return;
    const others = this.#presets.filter((preset) => !isSameName(preset.name, name));
    const exportPresets = [...others, { name, form: this.form }].toSorted((one, other) =>
      one.name.localeCompare(other.name),
    );
    await this.#settings.store.change({ exportPresets });
    await this.#stopNaming();
  }

  async #stopNaming(): Promise<void> {
    this.isNaming = false;
    await this.updateComplete;
    this.saveButton?.focus();
  }

  async #forget({ name }: ExportPreset): Promise<void> {
    const exportPresets = this.#presets.filter((preset) => preset.name !== name);
    await this.#settings.store.change({ exportPresets });
    this.saveButton?.focus();
  }

  private readonly handleKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') {
      // Else the button that gets the focus meanwhile would be pressed.
      event.preventDefault();
      void this.#keep();
    } else if (event.key === 'Escape') {
      // The dialog would close as well.
      event.preventDefault();
      event.stopPropagation();
      void this.#stopNaming();
    }
  };

  protected override render() {
    return this.isNaming ? this.#renderNaming() : this.#renderChoice();
  }

  #renderChoice() {
    const chosen = this.#chosen;
    return html`<div class="row">
      ${
        this.#presets.length === 0
          ? nothing
          : html`<label
              >Preset
              <select .value=${chosen?.name ?? ''} @change=${this.handleChoice}>
                <option value="" ?selected=${chosen === undefined}>None</option>
                ${this.#presets.map(
                  ({ name }) =>
                    html`<option value=${name} ?selected=${name === chosen?.name}>${name}</option>`,
                )}
              </select>
            </label>`
      }
      ${
        chosen === undefined
          ? html`<button class="button save" @click=${() => void this.#startNaming()}>
              Keep as a preset…
            </button>`
          : html`<button
              class="button save"
              aria-label="Forget the preset ${chosen.name}"
              @click=${() => void this.#forget(chosen)}
            >
              Forget
            </button>`
      }
    </div>`;
  }

  #renderNaming() {
    return html`<div class="row" @keydown=${this.handleKey}>
      <label>Name of the preset <input type="text" maxlength="80" /></label>
      <button class="button primary" @click=${() => void this.#keep()}>Keep</button>
      <button class="button" @click=${() => void this.#stopNaming()}>Back</button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-preset-picker': PresetPicker;
  }
}
