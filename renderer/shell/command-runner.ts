import type { Command } from '../../electron/shared/model/command.ts';
import type { Color, Place, Target } from '../../electron/shared/model/annotation.ts';
import { findPart, type Part, type PartPath } from '../../electron/shared/model/part.ts';
import type { Problem } from '../../electron/shared/model/problem.ts';
import type { Result } from '../../electron/shared/result.ts';
import type { HistoryStep } from '../../electron/shared/model/annotation.ts';
import { defaultSettings } from '../../electron/shared/model/settings.ts';
import type { Screen } from '../state/screen-store.ts';
import type { DialogName } from './app-dialogs.ts';
import { libraryActions } from './library-actions.ts';
import type { SidePane } from './pane-layout.ts';
import type { Stores } from './stores.ts';

/** What the runner needs of the components on the screen. */
export interface Surface {
  moveInList(step: 1 | -1): Promise<void>;
  movePart(step: 1 | -1): void;
  goToHighlight(step: 1 | -1): void;
  currentTarget(): Target;
  showNote(annotationId: string): Promise<void>;
  /** Shows the card of an annotation with the field for its tags. */
  showTags(annotationId: string): Promise<void>;
  focusSearch(): void;
  /** Opens the bar that finds words in the open briefing. */
  find(): void;
  goToHit(step: 1 | -1): void;
  showDialog(name: DialogName): void;
  togglePane(pane: SidePane): void;
}

/** The steps of text size, in per cent. */
const textStep = 10;
const textSizes = { smallest: 80, largest: 250 } as const;

function toPlace(part: Part | null): Place {
  return part === null ? { kind: 'briefing' } : { kind: 'part', part: part.path, quote: part.text };
}

/** Whether two targets are the same words, or the same part, or the briefing. */
function isSameTarget(one: Target, other: Target): boolean {
  if (one.kind === 'passage' || other.kind === 'passage') {
    return JSON.stringify(one) === JSON.stringify(other);
  }
  return one.kind === 'briefing' || other.kind === 'briefing'
    ? one.kind === other.kind
    : one.part === other.part;
}

const aboutText: ReadonlySet<Command> = new Set<Command>([
  'next-part',
  'previous-part',
  'toggle-bookmark',
  'write-note',
  'write-tags',
  'next-highlight',
  'previous-highlight',
  'find',
  'next-hit',
  'previous-hit',
  'toggle-read',
  'toggle-pin',
]);

/** Whether a command is about the open briefing, and so means nothing while another view hides it. */
export function isAboutText(command: Command): boolean {
  return aboutText.has(command);
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
      'write-tags': () => this.writeTags(surface.currentTarget()),
      'next-highlight': () => surface.goToHighlight(1),
      'previous-highlight': () => surface.goToHighlight(-1),
      'all-notes': () => this.#toggleScreen('all-notes'),
      trash: () => this.#toggleScreen('trash'),
      ...libraryActions(stores, (name) => surface.showDialog(name)),
      search: () => surface.focusSearch(),
      find: () => surface.find(),
      'next-hit': () => surface.goToHit(1),
      'previous-hit': () => surface.goToHit(-1),
      palette: () => surface.showDialog('palette'),
      'toggle-read': () => stores.reader.toggleRead(),
      'toggle-pin': () => stores.reader.togglePinned(),
      export: () => surface.showDialog('export'),
      print: () => this.#print(true),
      'print-text': () => this.#print(false),
      import: () => surface.showDialog('import'),
      templates: () => surface.showDialog('templates'),
      backups: () => surface.showDialog('backups'),
      undo: () => this.#step(stores.notes.undo(), 'Undone', 'Nothing to undo'),
      redo: () => this.#step(stores.notes.redo(), 'Redone', 'Nothing to redo'),
      shortcuts: () => surface.showDialog('shortcuts'),
      'toggle-library': () => surface.togglePane('library'),
      'toggle-notes': () => surface.togglePane('notes'),
      'larger-text': () => this.#resizeText(textStep),
      'smaller-text': () => this.#resizeText(-textStep),
      'normal-text': () => stores.settings.change({ textSize: defaultSettings.textSize }),
    };
  }

  run(command: Command): void {
    if (isAboutText(command)) this.#stores.screen.show('reading');
    this.#actions[command]();
  }

  async #print(withNotes: boolean): Promise<void> {
    const { desktop, messages, notes, reader } = this.#stores;
    const briefingId = reader.id;
    if (briefingId === null) {
      messages.show('Open a briefing first: the open one is printed.');
      return;
    }
    await notes.flush();
    const printed = await desktop.printBriefing({ briefingId, withNotes });
    if (!printed.ok) messages.show(printed.problem.message);
  }

  #toggleScreen(screen: Screen): void {
    const { screen: screens } = this.#stores;
    screens.show(screens.state.get().screen === screen ? 'reading' : screen);
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
    const id = this.#annotationOf(target);
    if (id === null) return;
    this.#stores.notes.edit(id);
    await this.#surface.showNote(id);
  }

  /** Opens the field for tags of a target. A passage without an annotation gets one with a colour. */
  async writeTags(target: Target): Promise<void> {
    const id = this.#annotationOf(target);
    if (id !== null) await this.#surface.showTags(id);
  }

  /** The annotation of a target, made if there is none; the selection has served then. */
  #annotationOf(target: Target): string | null {
    const { notes, reader } = this.#stores;
    if (target.kind !== 'briefing') reader.focusPart(target.part);
    const { annotations } = notes.state.get();
    const existing =
      annotations.find((annotation) => annotation.target === target) ??
      annotations.find((annotation) => isSameTarget(annotation.target, target));
    const color: Color | null = target.kind === 'passage' ? 'yellow' : null;
    const id = existing?.id ?? notes.annotate(target, color);
    if (id !== null) document.getSelection()?.removeAllRanges();
    return id;
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
