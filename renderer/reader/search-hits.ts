import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Briefing } from '../../electron/shared/model/briefing.ts';
import type { PartPath } from '../../electron/shared/model/part.ts';
import { hitsInBriefing } from '../../electron/shared/search/hits-in-briefing.ts';
import { parseQuery } from '../../electron/shared/search/parse-query.ts';
import { today } from '../state/about-query.ts';
import { libraryContext, readerContext } from '../state/contexts.ts';
import { StoreController } from '../state/store.ts';
import { PassageTour, type TourStop } from './passage-tour.ts';

/** Where the words of the library's query stand in the open briefing. */
export class SearchHits implements ReactiveController {
  readonly #view: ReactiveControllerHost;
  readonly #library;
  readonly #reader;
  readonly #tour: PassageTour;
  #query = '';
  #briefing: Briefing | null = null;

  constructor(view: ReactiveControllerHost & HTMLElement) {
    this.#view = view;
    this.#library = new StoreController(view, libraryContext);
    this.#reader = new StoreController(view, readerContext);
    this.#tour = new PassageTour(view, 'readout-hit');
    view.addController(this);
  }

  hostDisconnected(): void {
    this.#tour.clear();
    this.#query = '';
    this.#briefing = null;
  }

  /** Looks where the words are, if these or the text are others than before. */
  hostUpdate(): void {
    const { text } = this.#library.state.filter;
    const reader = this.#reader.state;
    const briefing = reader.kind === 'open' ? reader.opened.briefing : null;
    if (text === this.#query && briefing === this.#briefing) return;
    this.#query = text;
    this.#briefing = briefing;
    if (briefing === null || text.trim() === '') this.#tour.clear();
    else this.#tour.set(hitsInBriefing(briefing, parseQuery(text, today()).query));
  }

  /** Goes to the next hit (or the one before), the first time from a part on. */
  step(step: 1 | -1, from: PartPath | null): TourStop | null {
    this.#view.requestUpdate();
    return this.#go(step, from);
  }

  /** Goes to the very first hit. */
  first(): TourStop | null {
    return this.#tour.current ?? this.#go(1, null);
  }

  #go(step: 1 | -1, from: PartPath | null): TourStop | null {
    return this.#briefing === null ? null : this.#tour.step(step, this.#briefing, from);
  }

  /** Paints the hits where they are in the document now, or takes the paint off. */
  paint(shownItems: number, isHidden: boolean): void {
    if (isHidden) this.#tour.hide();
    else if (this.#tour.total > 0) this.#tour.paint(shownItems);
  }
}
