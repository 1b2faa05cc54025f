import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { Briefing } from '../../electron/shared/model/briefing.ts';
import { partsOf, type PartPath } from '../../electron/shared/model/part.ts';
import { findText } from '../../electron/shared/search/hits-in-briefing.ts';
import { readerContext } from '../state/contexts.ts';
import { StoreController } from '../state/store.ts';
import type { FindChangeEvent, FindStepEvent } from './find-bar.ts';
import './find-bar.ts';
import { PassageTour, type TourStop } from './passage-tour.ts';

/** What the controller needs of the view. */
export interface FindSurface {
  /** The part from which on hits are looked for at first. */
  startOfFind(): PartPath | null;
  /** Brings a hit into view; the focus stays where it is. */
  showHit(stop: TourStop): void;
  /** Takes the focus back from the bar: to the hit, or to where it was before. */
  leaveFind(stop: TourStop | null): void;
}

type View = ReactiveControllerHost & HTMLElement & FindSurface;

/** How long after the last key a long text is looked through, in milliseconds. */
const typingDelay = 150;

/** The UTF-16 code units from which on a text is a long one. */
const longText = 300_000;

/** The longest selected passage that is looked for when the bar opens. */
const longestSelection = 100;

/** Finding words in the open briefing. */
export class FindController implements ReactiveController {
  readonly #view: View;
  readonly #reader;
  readonly #tour: PassageTour;
  #isOpen = false;
  #text = '';
  /** What the hits on the screen are of. */
  #found: { readonly text: string; readonly briefing: Briefing | null } = {
    text: '',
    briefing: null,
  };
  #start: PartPath | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(view: View) {
    this.#view = view;
    this.#reader = new StoreController(view, readerContext);
    this.#tour = new PassageTour(view, 'readout-found');
    view.addController(this);
  }

  hostDisconnected(): void {
    this.#end();
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** The briefing may be another one than was looked through. */
  hostUpdate(): void {
    if (!this.#isOpen) return;
    const { kind } = this.#reader.state;
    if (kind === 'none' || kind === 'failed') this.#end();
    else if (this.#briefing !== null && this.#found.briefing !== this.#briefing) {
      this.#look();
    }
  }

  /** Opens the bar, or goes back to it. What is selected is looked for. */
  open(): void {
    if (this.#briefing === null) return;
    this.#text = this.#selected() ?? this.#text;
    this.#start = this.#view.startOfFind();
    this.#isOpen = true;
    this.#look();
    this.#view.requestUpdate();
    void this.#view.updateComplete.then(() =>
      this.#view.querySelector('readout-find-bar')?.focus(),
    );
  }

  /** Closes the bar; `false` where it was not open. */
  close(): boolean {
    if (!this.#isOpen) return false;
    const { current } = this.#tour;
    this.#end();
    this.#view.requestUpdate();
    void this.#view.updateComplete.then(() => this.#view.leaveFind(current));
    return true;
  }

  /** Goes to the next hit, or to the one before. */
  step(step: 1 | -1): void {
    this.#lookNow();
    if (this.#briefing === null) return;
    this.#stop(this.#tour.step(step, this.#briefing, this.#start));
  }

  /** Paints the hits where they are in the document now. */
  paint(shownItems: number): void {
    if (this.#isOpen) this.#tour.paint(shownItems);
  }

  render() {
    if (!this.#isOpen) return nothing;
    return html`<div class="find-place" role="search" aria-label="Find in this briefing">
      <readout-find-bar
        .text=${this.#text}
        .position=${this.#tour.current?.position ?? 0}
        .total=${this.#tour.total}
        @find-change=${this.#handleChange}
        @find-step=${({ step }: FindStepEvent) => this.step(step)}
        @find-close=${() => this.close()}
      ></readout-find-bar>
    </div>`;
  }

  get #briefing(): Briefing | null {
    const reader = this.#reader.state;
    return reader.kind === 'open' ? reader.opened.briefing : null;
  }

  /** The words that are selected in the text, if they are few; else `null`. */
  #selected(): string | null {
    const selection = document.getSelection();
    const words = selection?.toString().trim() ?? '';
    const isHere = this.#view.contains(selection?.anchorNode ?? null);
    const isShort = words !== '' && words.length <= longestSelection && !words.includes('\n');
    return isHere && isShort ? words : null;
  }

  readonly #handleChange = ({ text }: FindChangeEvent): void => {
    this.#text = text;
    clearTimeout(this.#timer);
    const length = this.#briefing === null ? 0 : lengthOf(this.#briefing);
    if (length < longText) this.#lookNow();
    else this.#timer = setTimeout(() => this.#lookNow(), typingDelay);
    this.#view.requestUpdate();
  };

  /** Looks for the words that are in the field, if that was not done yet, and goes to the first. */
  #lookNow(): void {
    clearTimeout(this.#timer);
    if (this.#found.text === this.#text && this.#found.briefing === this.#briefing) return;
    this.#look();
    if (this.#briefing === null) return;
    this.#stop(this.#tour.step(1, this.#briefing, this.#start));
  }

  #look(): void {
    const briefing = this.#briefing;
    this.#found = { text: this.#text, briefing };
    this.#tour.set(briefing === null ? [] : findText(partsOf(briefing), this.#text));
  }

  #stop(stop: TourStop | null): void {
    if (stop !== null) this.#view.showHit(stop);
    this.#view.requestUpdate();
  }

  #end(): void {
    clearTimeout(this.#timer);
    this.#isOpen = false;
    this.#found = { text: '', briefing: null };
    this.#tour.clear();
  }
}

function lengthOf(briefing: Briefing): number {
  return partsOf(briefing).reduce((sum, { text }) => sum + text.length, 0);
}
