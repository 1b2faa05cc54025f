import { html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { describeFormat, formatDescriptions } from '../../electron/shared/export/formats.ts';
import { type Color, colorSchema } from '../../electron/shared/model/annotation.ts';
import {
  type ExportForm,
  exportFormatSchema,
  type MarkFilter,
} from '../../electron/shared/model/export.ts';
import { labelOfColor, type Settings } from '../../electron/shared/model/settings.ts';
import type { Template } from '../../electron/shared/model/template.ts';
import { colorStyles } from '../styles/colors.ts';
import { controlStyles } from '../styles/controls.ts';
import { fieldStyles } from '../styles/fields.ts';
import { counted } from '../ui/count.ts';
import { exportFormStyles } from './export-form.styles.ts';
import { FormEvent } from './form-event.ts';

function toggled<Value>(list: readonly Value[], value: Value, isIn: boolean): readonly Value[] {
  return isIn ? [...list, value] : list.filter((one) => one !== value);
}

function isChecked(event: Event): boolean {
  return event.target instanceof HTMLInputElement && event.target.checked;
}

function valueOf(event: Event): string {
  const { target } = event;
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement
    ? target.value
    : '';
}

/**
 * How an export is made: its format, what is in it, and which marks.
 *
 * @fires form-change - The reader wants another form.
 */
@customElement('readout-export-form')
export class ExportFormElement extends LitElement {
  static override readonly styles = [controlStyles, colorStyles, fieldStyles, exportFormStyles];

  @property({ attribute: false }) form!: ExportForm;
  @property({ attribute: false }) settings!: Settings;
  /** The names of the tags in use. */
  @property({ attribute: false }) tags: readonly string[] = [];
  /** The reader's own templates. */
  @property({ attribute: false }) templates: readonly Template[] = [];

  #change(change: Partial<ExportForm>): void {
    this.dispatchEvent(new FormEvent({ ...this.form, ...change }));
  }

  #filter(change: Partial<MarkFilter>): void {
    this.#change({ filter: { ...this.form.filter, ...change } });
  }

  private readonly handleFormat = (event: Event): void => {
    const format = exportFormatSchema.safeParse(valueOf(event));
    if (format.success) this.#change({ format: format.data });
  };

  protected override render() {
    const { purpose } = describeFormat(this.form.format);
    return html`<label class="field">
        Format
        <select .value=${this.form.format} @change=${this.handleFormat} aria-describedby="purpose">
          ${formatDescriptions.map(
            ({ format, name }) =>
              html`<option value=${format} ?selected=${format === this.form.format}>
                ${name}
              </option>`,
          )}
        </select>
      </label>
      <p id="purpose" class="purpose">${purpose}.</p>
      ${this.#renderTemplate()} ${this.#renderContents()} ${this.#renderFilter()}`;
  }

  #renderTemplate() {
    if (!describeFormat(this.form.format).hasTemplate || this.templates.length === 0)
      return nothing;
    return html`<label class="field">
      Template
      <select
        .value=${this.form.templateId ?? ''}
        @change=${(event: Event) => this.#change({ templateId: valueOf(event) || null })}
      >
        <option value="" ?selected=${this.form.templateId === null}>The format’s own</option>
        ${this.templates.map(
          ({ id, name }) =>
            html`<option value=${id} ?selected=${id === this.form.templateId}>${name}</option>`,
        )}
      </select>
    </label>`;
  }

  #renderContents() {
    const { hasText, hasBook, hasFolder } = describeFormat(this.form.format);
    if (!hasText && !hasBook && !hasFolder) return nothing;
    const { withText, isBook, layout } = this.form;
    const isFolder = layout === 'folder';
    return html`<fieldset>
      <legend>Contents</legend>
      ${hasText ? this.#renderCheck('The text of the briefings', withText, (on) => ({ withText: on })) : nothing}
      ${hasBook ? this.#renderCheck('Title page, contents and index', isBook, (on) => ({ isBook: on })) : nothing}
      ${
        hasFolder
          ? this.#renderCheck('One file for each briefing, in a folder', isFolder, (on) => ({
              layout: on ? 'folder' : 'file',
            }))
          : nothing
      }
      ${this.#renderCheck('Bookmarks', this.form.filter.withBookmarks, (on) => ({
        filter: { ...this.form.filter, withBookmarks: on },
      }))}
    </fieldset>`;
  }

  #renderCheck(label: string, checked: boolean, change: (on: boolean) => Partial<ExportForm>) {
    return html`<label class="check">
      <input
        type="checkbox"
        .checked=${checked}
        @change=${(event: Event) => this.#change(change(isChecked(event)))}
      />
      ${label}
    </label>`;
  }

  #renderFilter() {
    const { filter } = this.form;
    const count =
      filter.colors.length +
      filter.tags.length +
      Number(filter.from !== null || filter.to !== null);
    return html`<details ?open=${count > 0}>
      <summary>
        Which notes <span class="muted">${count === 0 ? 'all' : counted(count, 'condition')}</span>
      </summary>
      <fieldset>
        <legend>Colours</legend>
        ${colorSchema.options.map((color) => this.#renderColor(color))}
      </fieldset>
      ${
        this.tags.length === 0
          ? nothing
          : html`<fieldset class="tags">
              <legend>Tags</legend>
              ${this.tags.map((tag) => this.#renderTag(tag))}
            </fieldset>`
      }
      <fieldset>
        <legend>Written or changed</legend>
        ${this.#renderDay('from', 'From')} ${this.#renderDay('to', 'To')}
      </fieldset>
    </details>`;
  }

  #renderColor(color: Color) {
    const { colors } = this.form.filter;
    return html`<label class="check">
      <input
        type="checkbox"
        .checked=${colors.includes(color)}
        @change=${(event: Event) =>
          this.#filter({ colors: toggled(colors, color, isChecked(event)) })}
      />
      <span class="swatch ${color}"></span> ${labelOfColor(color, this.settings)}
    </label>`;
  }

  #renderTag(tag: string) {
    const { tags } = this.form.filter;
    return html`<label class="check">
      <input
        type="checkbox"
        .checked=${tags.includes(tag)}
        @change=${(event: Event) => this.#filter({ tags: toggled(tags, tag, isChecked(event)) })}
      />
      <bdi>#${tag}</bdi>
    </label>`;
  }

  #renderDay(edge: 'from' | 'to', label: string) {
    return html`<label class="day">
      ${label}
      <input
        type="date"
        .value=${this.form.filter[edge] ?? ''}
        @change=${(event: Event) => this.#filter({ [edge]: valueOf(event) || null })}
      />
    </label>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-export-form': ExportFormElement;
  }
}
