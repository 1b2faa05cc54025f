import { html, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { isMac } from '../shell/shortcuts.ts';
import { bringIntoView } from './bring-into-view.ts';
import { caretStepFor, hasModifier } from './caret-keys.ts';
import { caretBox, caretPoint, moveCaret, putCaret } from './caret-moves.ts';
import type { CaretPoint } from './caret-point.ts';
import { hasText, partAttribute } from './part-element.ts';

type View = ReactiveControllerHost & HTMLElement;

/**
 * The caret in the text, with which one selects by keyboard. The text stays as it is: the selection
 * is the document's own, and the caret is painted beside the text.
 */
export class CaretController implements ReactiveController {
  readonly #view: View;
  readonly #announce: (words: string) => void;
  #isOn = false;

  /** @param announce lets screen readers say something. */
  constructor(view: View, announce: (words: string) => void) {
    this.#view = view;
    this.#announce = announce;
    view.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('selectionchange', this.#handleSelectionchange);
    this.#view.addEventListener('focusout', this.#handleFocusout);
  }

  hostDisconnected(): void {
    document.removeEventListener('selectionchange', this.#handleSelectionchange);
    this.#view.removeEventListener('focusout', this.#handleFocusout);
    this.#isOn = false;
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  /** Ends the mode; `false` where it was not on. The selection goes with it. */
  leave(): boolean {
    if (!this.#isOn) return false;
    this.#end();
    document.getSelection()?.removeAllRanges();
    return true;
  }

  /** Takes the selection away and leaves the caret at its end. */
  collapse(): void {
    const selection = document.getSelection();
    if (this.#isOn && selection !== null)
      selection.collapse(selection.focusNode, selection.focusOffset);
    else selection?.removeAllRanges();
  }

  /** Enters the mode from a part, or moves the caret; `false` where the keys are not its own. */
  handleKeydown(event: KeyboardEvent, language: string | null): boolean {
    const { key, target } = event;
    if (!this.#isOn) {
      const isOnPart = target instanceof HTMLElement && target.matches(`[${partAttribute}]`);
      return key === 'Enter' && !hasModifier(event) && isOnPart && this.#enter(target);
    }
    const step = caretStepFor(event, isMac);
    if (step === null) return false;
    moveCaret(this.#view, step, language);
    this.#follow();
    return true;
  }

  /** Paints the caret where it is now, after a change of the layout for instance. */
  place(): void {
    const caret = this.#view.querySelector<HTMLElement>('.reading-caret');
    if (caret === null) return;
    const point = this.#isOn ? this.#point() : null;
    caret.hidden = point === null;
    if (point === null) return;
    const box = caretBox(point);
    const view = this.#view.getBoundingClientRect();
    caret.style.left = `${box.left - view.left + this.#view.scrollLeft}px`;
    caret.style.top = `${box.top - view.top + this.#view.scrollTop}px`;
    caret.style.height = `${box.height}px`;
    // It can be seen while it moves, and blinks from then on.
    for (const animation of caret.getAnimations()) animation.currentTime = 0;
  }

  render() {
    return html`<div class="reading-caret" aria-hidden="true" hidden></div>`;
  }

  /** Puts the caret to where the selection ended, or to the start of a part's text. */
  #enter(part: HTMLElement): boolean {
    const selection = document.getSelection();
    if (selection === null || !hasText(part)) return false;
    const isSelected = !selection.isCollapsed && caretPoint(this.#view, selection) !== null;
    if (!isSelected) putCaret(selection, { part, offset: 0 }, false);
    this.#isOn = true;
    this.#announce('Caret mode');
    this.#follow();
    return true;
  }

  #end(): void {
    this.#isOn = false;
    this.place();
    this.#announce('Caret mode off');
  }

  #point(): CaretPoint | null {
    const selection = document.getSelection();
    return selection === null ? null : caretPoint(this.#view, selection);
  }

  /** The focus, the scroll and the painted caret go where the selection went. */
  #follow(): void {
    const point = this.#point();
    if (point === null) return;
    if (!point.part.contains(document.activeElement)) point.part.focus({ preventScroll: true });
    bringIntoView(this.#view, caretBox(point));
    this.place();
  }

  /** A press elsewhere may have taken the selection out of the text. */
  readonly #handleSelectionchange = (): void => {
    if (!this.#isOn) return;
    if (this.#point() === null) this.#end();
    else this.place();
  };

  readonly #handleFocusout = ({ relatedTarget }: FocusEvent): void => {
    const stays = relatedTarget instanceof Node && this.#view.contains(relatedTarget);
    if (this.#isOn && !stays && document.hasFocus()) this.#end();
  };
}
