import { html, nothing } from 'lit';
import { type Color, colorSchema } from '../../electron/shared/model/annotation.ts';

/** What a group of colours shows and does. */
export interface Swatches {
  /** What the group is for, for screen readers. */
  readonly label: string;
  /** What a colour is called. */
  readonly labelOf: (color: Color) => string;
  /** Which colours are on; `null` for colours that are not switched on and off. */
  readonly isPressed: ((color: Color) => boolean) | null;
  readonly choose: (color: Color) => void;
}

/** The five colours as buttons; the styles are in styles/colors.ts. */
export function swatches({ label, labelOf, isPressed, choose }: Swatches) {
  return html`<span class="colors" role="group" aria-label=${label}>
    ${colorSchema.options.map(
      (color) =>
        html`<button
          class="swatch ${color}"
          aria-label=${labelOf(color)}
          title=${labelOf(color)}
          aria-pressed=${ifPressed(isPressed, color)}
          @click=${() => choose(color)}
        ></button>`,
    )}
  </span>`;
}

function ifPressed(isPressed: Swatches['isPressed'], color: Color) {
  return isPressed === null ? nothing : isPressed(color);
}
