import { atom, type ReadableAtom } from 'nanostores';
import { anchor, type Anchoring, queryFor } from '../../electron/shared/anchoring/anchor.ts';
import { RunningText } from '../../electron/shared/anchoring/running-text.ts';
import type { Annotation, PassageTarget } from '../../electron/shared/model/annotation.ts';
import type { Briefing } from '../../electron/shared/model/briefing.ts';
import type { OpenedBriefing } from '../../electron/shared/model/listing.ts';
import { partsOf } from '../../electron/shared/model/part.ts';
import type { NotesStore } from './notes-store.ts';
import type { ReaderStore } from './reader-store.ts';
import type { Store } from './store.ts';

/** Where the marked passages of the open briefing are. */
export interface PassageState {
  /** The text they are in; `null` while no briefing is open. */
  readonly text: RunningText | null;
  /** What became of each annotation of a passage, by its id. */
  readonly anchorings: ReadonlyMap<string, Anchoring>;
}

interface Anchored {
  readonly target: PassageTarget;
  readonly anchoring: Anchoring;
}

/** What anchoring depends on; how far the reader is, for instance, it does not. */
interface Shown {
  readonly briefing: Briefing | null;
  readonly fingerprint: string | null;
}

const nobody: Shown = { briefing: null, fingerprint: null };

function shownOf(opened: OpenedBriefing | null): Shown {
  return opened === null
    ? nobody
    : { briefing: opened.briefing, fingerprint: opened.listing.fingerprint };
}

function isSameText(one: Shown, other: Shown): boolean {
  return one.briefing === other.briefing && one.fingerprint === other.fingerprint;
}

const nothing: PassageState = { text: null, anchorings: new Map() };

function isSameTarget(one: PassageTarget, other: PassageTarget): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** Anchors the annotations of the open briefing, each once as long as it and the text stay the same. */
export class PassageStore implements Store<PassageState> {
  readonly #reader: ReaderStore;
  readonly #notes: NotesStore;
  readonly #state = atom<PassageState>(nothing);
  #shown: Shown = nobody;
  #anchored: ReadonlyMap<string, Anchored> = new Map();

  constructor(reader: ReaderStore, notes: NotesStore) {
    this.#reader = reader;
    this.#notes = notes;
    reader.state.listen(() => this.#update());
    notes.state.listen(() => this.#update());
  }

  get state(): ReadableAtom<PassageState> {
    return this.#state;
  }

  #update(): void {
    const reader = this.#reader.state.get();
    const opened = reader.kind === 'open' ? reader.opened : null;
    const shown = shownOf(opened);
    const isOther = !isSameText(shown, this.#shown);
    this.#shown = shown;
    if (isOther) this.#anchored = new Map();
    if (opened === null) {
      if (isOther) this.#state.set(nothing);
      return;
    }
    const text = isOther ? new RunningText(partsOf(opened.briefing)) : this.#state.get().text;
    if (text !== null) this.#anchorAll(text, opened, isOther);
  }

  #anchorAll(text: RunningText, opened: OpenedBriefing, isOther: boolean): void {
    const { annotations, briefingId } = this.#notes.state.get();
    const own = briefingId === opened.listing.id ? annotations : [];
    const anchored = new Map<string, Anchored>();
    for (const annotation of own) {
      const found = this.#anchorOne(annotation, text, opened.listing.fingerprint);
      if (found !== null) anchored.set(annotation.id, found);
    }
    const before = this.#anchored;
    const isSame =
      anchored.size === before.size &&
      [...anchored].every(([id, { anchoring }]) => before.get(id)?.anchoring === anchoring);
    this.#anchored = anchored;
    if (isSame && !isOther) return;
    const anchorings = new Map([...anchored].map(([id, { anchoring }]) => [id, anchoring]));
    this.#state.set({ text, anchorings });
  }

  #anchorOne(
    { id, target }: Annotation,
    text: RunningText,
    fingerprint: string | null,
  ): Anchored | null {
    if (target.kind !== 'passage') return null;
    const known = this.#anchored.get(id);
    if (known !== undefined && isSameTarget(known.target, target)) return known;
    return { target, anchoring: anchor(text, queryFor(target, text, fingerprint)) };
  }
}
