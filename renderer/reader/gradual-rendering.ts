import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Briefing } from '../../electron/shared/model/briefing.ts';
import type { PartPath } from '../../electron/shared/model/part.ts';
import { layoutOf } from './block-layout.ts';

/** How many items the first picture of a large briefing has, and how many each further step adds. */
const steps = { first: 240, further: 1200 } as const;

/** How many items of a briefing come before a part and with it. */
function itemsUpTo(briefing: Briefing, path: PartPath): number {
  const [, section, , item] = /^sections\/(\d+)\/(heading|items\/(\d+))$/.exec(path) ?? [];
  if (section === undefined) return 0;
  const before = briefing.sections
    .slice(0, Number(section))
    .reduce((sum, { items }) => sum + Math.max(1, items.length), 0);
  return before + Number(item ?? 0) + 1;
}

/**
 * Lets a large briefing appear at once: its beginning is shown first, and the rest comes in steps
 * between which the window answers.
 */
export class GradualRendering implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #briefing: Briefing | null = null;
  #shown = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  hostUpdated(): void {
    clearTimeout(this.#timer);
    if (this.#briefing === null || this.isComplete) return;
    this.#timer = setTimeout(() => this.#grow(this.#shown + steps.further));
  }

  /** How many items are shown. */
  get count(): number {
    return this.#shown;
  }

  get isComplete(): boolean {
    return this.#briefing === null || this.#shown >= layoutOf(this.#briefing).size;
  }

  /**
   * How many items to show now.
   *
   * @param isOther whether this is not the briefing that was shown before, or a version of it.
   */
  shownItems(briefing: Briefing, isOther: boolean): number {
    if (briefing !== this.#briefing) {
      const { isLarge, size } = layoutOf(briefing);
      const isWhole = !isLarge || (!isOther && this.isComplete);
      const least = isOther ? steps.first : Math.max(steps.first, this.#shown);
      this.#shown = isWhole ? size : least;
      this.#briefing = briefing;
    }
    return this.#shown;
  }

  /** Shows as much as it takes for a part to be there; `false` where it is there already. */
  reach(path: PartPath): boolean {
    const needed = this.#briefing === null ? 0 : itemsUpTo(this.#briefing, path);
    if (needed <= this.#shown || this.isComplete) return false;
    // Some more, so that there is something below it.
    this.#grow(needed + steps.first);
    return true;
  }

  #grow(count: number): void {
    this.#shown = count;
    this.#host.requestUpdate();
  }
}
