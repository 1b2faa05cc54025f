import type { Command } from '../../electron/shared/model/command.ts';
import type { Color, Place, Target } from '../../electron/shared/model/annotation.ts';
import { findPart, type Part, type PartPath } from '../../electron/shared/model/part.ts';
import type { Problem } from '../../electron/shared/model/problem.ts';
import type { Result } from '../../electron/shared/result.ts';
import type { HistoryStep } from '../../electron/shared/model/annotation.ts';
import { defaultSettings } from '../../electron/shared/model/settings.ts';
import type { SidePane } from './pane-layout.ts';
import type { Stores } from './stores.ts';

/** What the runner needs of the components on the screen. */
export interface Surface {
  moveInList(step: 1 | -1): Promise<void>;
  movePart(step: 1 | -1): void;
  currentTarget(): Target;
  showNote(annotationId: string): Promise<void>;
  focusSearch(): void;
  showExport(): void;
  showShortcuts(): void;
  togglePane(pane: SidePane): void;
}

/** The steps of text size, in per cent. */
const textStep = 10;
const textSizes = { smallest: 80, largest: 250 } as const;

function toPlace(part: Part | null): Place {
  return part === null ? { kind: 'briefing' } : { kind: 'part', part: part.path, quote: part.text };
}

/** Carries out the app's commands on the stores and the components. */
export class CommandRunner {
  readonly #stores: Stores;
  readonly #surface: Surface;
  readonly #actions: Readonly<Record<Command, () => unknown>>;

  constructor(stores: Stores, surface: Surface) {
    this.#stores = stores;
    this.#surface = surface;
    this.#actions = {
      'next-briefing': () => surface.moveInList(1),
      'previous-briefing': () => surface.moveInList(-1),
      'next-part': () => surface.movePart(1),
      'previous-part': () => surface.movePart(-1),
      'toggle-bookmark': () => this.toggleBookmark(this.#focusedPart()),
      'write-note': () => this.writeNote(surface.currentTarget()),
      search: () => surface.focusSearch(),
      export: () => surface.showExport(),
      undo: () => this.#step(stores.notes.undo(), 'Undone', 'Nothing to undo'),
      redo: () => this.#step(stores.notes.redo(), 'Redone', 'Nothing to redo'),
      shortcuts: () => surface.showShortcuts(),
      'toggle-library': () => surface.togglePane('library'),
      'toggle-notes': () => surface.togglePane('notes'),
      'larger-text': () => this.#resizeText(textStep),
      'smaller-text': () => this.#resizeText(-textStep),
      'normal-text': () => stores.settings.change({ textSize: defaultSettings.textSize }),
      rescan: () => stores.library.rescan(),
    };
  }

  run(command: Command): void {
    this.#actions[command]();
  }

  /** Sets or removes the bookmark at a part, or at the briefing for `null`. */
  async toggleBookmark(path: PartPath | null): Promise<void> {
    const reader = this.#stores.reader.state.get();
    if (reader.kind !== 'open') return;
    const part = path === null ? null : findPart(reader.opened.briefing, path);
    // A bookmark's own place comes first: the briefing may not have its part any more.
    const place = this.#stores.notes.bookmarkAt(path)?.place ?? toPlace(part);
    const result = await this.#stores.notes.toggleBookmark(place);
    const where = part === null ? 'this briefing' : part.place;
    if (!result.ok) this.#stores.messages.show(result.problem.message);
    else {
      const text = result.value === 'added' ? `Bookmarked ${where}` : 'Bookmark removed';
      this.#stores.messages.show(text, { label: 'Undo', run: () => this.run('undo') });
    }
  }

  /** Starts a note on a target, or goes on with the one that is there. A passage gets a colour. */
  async writeNote(target: Target): Promise<void> {
    const { notes, reader } = this.#stores;
    if (target.kind !== 'briefing') reader.focusPart(target.part);
    const id = this.#existingNote(target) ?? notes.annotate(target, this.#colorFor(target));
    if (id === null) return;
    document.getSelection()?.removeAllRanges();
    notes.edit(id);
    await this.#surface.showNote(id);
  }

  #colorFor(target: Target): Color | null {
    return target.kind === 'passage' ? 'yellow' : null;
  }

  #existingNote(target: Target): string | undefined {
    if (target.kind === 'passage') return undefined;
    return this.#stores.notes.state
      .get()
      .annotations.find(({ target: other }) =>
        other.kind === 'part' && target.kind === 'part'
          ? other.part === target.part
          : other.kind === 'briefing' && target.kind === 'briefing',
      )?.id;
  }

  #focusedPart(): PartPath | null {
    const reader = this.#stores.reader.state.get();
    return reader.kind === 'open' ? reader.part : null;
  }

  async #step(
    result: Promise<Result<HistoryStep, Problem>>,
    done: string,
    nothing: string,
  ): Promise<void> {
    const step = await result;
    if (!step.ok) this.#stores.messages.show(step.problem.message);
    else if (step.value.kind === 'nothing') this.#stores.messages.show(nothing);
    else this.#stores.messages.show(`${done}: ${step.value.description}`);
  }

  #resizeText(step: number): void {
    const { settings } = this.#stores;
    const size = settings.state.get().textSize + step;
    const textSize = Math.min(Math.max(size, textSizes.smallest), textSizes.largest);
    void settings.change({ textSize });
  }
}
