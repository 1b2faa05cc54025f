import { html, LitElement, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { AllNotes } from './all-notes/all-notes.ts';
import './all-notes/all-notes.ts';
import type { NoteRowOpenEvent } from './all-notes/note-row-events.ts';
import type { TrashView } from './all-notes/trash-view.ts';
import './all-notes/trash-view.ts';
import type { LibraryPane } from './library/library-pane.ts';
import './library/library-pane.ts';
import type { NotesPanel } from './notes/notes-panel.ts';
import './notes/notes-panel.ts';
import type { PaletteChooseEvent } from './palette/palette-events.ts';
import type { ReadingView } from './reader/reading-view.ts';
import './reader/reading-view.ts';
import type { AppDialogs, DialogName } from './shell/app-dialogs.ts';
import './shell/app-dialogs.ts';
import { CommandRunner, type Surface } from './shell/command-runner.ts';
import { takeDrops } from './shell/drop-target.ts';
import { bindKeys } from './shell/keyboard.ts';
import { addDropped } from './shell/library-actions.ts';
import { choosePaletteEntry } from './shell/palette-choices.ts';
import { PaneLayout, type SidePane } from './shell/pane-layout.ts';
import { flushOnLeaving, followReader, moveInList, start } from './shell/session.ts';
import './shell/message-bar.ts';
import './shell/status-bar.ts';
import type { TopBar } from './shell/top-bar.ts';
import './shell/top-bar.ts';
import { provideStores, type Stores } from './shell/stores.ts';
import { CommandEvent } from './state/command-event.ts';
import type {
  AnnotationOpenEvent,
  AnnotationRevealEvent,
  BookmarkToggleEvent,
  NoteWriteEvent,
  PartRevealEvent,
  TagWriteEvent,
} from './state/reading-events.ts';
import type { PaneResizeEvent } from './ui/pane-divider.ts';
import './ui/pane-divider.ts';

/** The whole window. Composes the features; nothing else knows all of them. */
@customElement('readout-app-shell')
export class AppShell extends LitElement implements Surface {
  #runner: CommandRunner | undefined;
  #panes: PaneLayout | undefined;
  #unbind: readonly (() => void)[] = [];

  @query('readout-library-pane') private readonly library!: LibraryPane | null;
  @query('readout-reading-view') private readonly reader!: ReadingView;
  @query('readout-all-notes, readout-trash-view') private readonly view!:
    AllNotes | TrashView | null;
  @query('readout-notes-panel') private readonly notes!: NotesPanel | null;
  @query('readout-top-bar') private readonly topBar!: TopBar;
  @query('readout-app-dialogs') private readonly dialogs!: AppDialogs;

  @property({ attribute: false }) stores!: Stores;

  override connectedCallback(): void {
    super.connectedCallback();
    const { desktop, screen, settings } = this.stores;
    provideStores(this, this.stores);
    this.#panes = new PaneLayout(this, settings);
    const runner = new CommandRunner(this.stores, this);
    this.#runner = runner;
    this.#unbind = [
      settings.state.subscribe(() => this.requestUpdate()),
      screen.state.listen(() => void this.#enterScreen()),
      followReader(this.stores, () => void this.library?.reveal()),
      flushOnLeaving(this.stores),
      bindKeys(this.stores, runner, this),
      desktop.onCommand((command) => runner.run(command)),
      desktop.onOpenRequested(({ id }) => void this.stores.reader.open(id)),
      takeDrops(this, (files) => void addDropped(this.stores, files)),
    ];
    this.addEventListener(CommandEvent.eventName, this.handleCommand);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const unbind of this.#unbind) unbind();
  }

  moveInList(step: 1 | -1): Promise<void> {
    return moveInList(this.stores, step);
  }

  movePart(step: 1 | -1): void {
    this.reader.move(step);
  }

  currentTarget() {
    return this.reader.currentTarget();
  }

  goToHighlight(step: 1 | -1): void {
    this.reader.goToHighlight(step);
  }

  highlight(color: Parameters<ReadingView['highlight']>[0]): void {
    this.reader.highlight(color);
  }

  actOnHighlight(action: Parameters<ReadingView['actOnHighlight']>[0]): void {
    this.reader.actOnHighlight(action);
  }

  copySelection(): boolean {
    return this.reader.copySelection();
  }

  togglePane(pane: SidePane): void {
    this.#panes?.toggle(pane);
  }

  async showNote(annotationId: string): Promise<void> {
    await this.#openNotes();
    await this.notes?.reveal(annotationId);
  }

  async showTags(annotationId: string): Promise<void> {
    await this.#openNotes();
    await this.notes?.revealTags(annotationId);
  }

  async #openNotes(): Promise<void> {
    this.#panes?.open('notes');
    this.requestUpdate();
    await this.updateComplete;
  }

  focusSearch(): void {
    this.topBar.focusSearch();
  }

  find(): void {
    void this.updateComplete.then(() => this.reader.find());
  }

  goToHit(step: 1 | -1): void {
    void this.updateComplete.then(() => this.reader.goToHit(step));
  }

  showDialog(name: DialogName): void {
    this.dialogs.show(name);
  }

  /** Opens a briefing at one of its annotations. */
  async openAnnotation(briefingId: string, annotationId: string): Promise<void> {
    const { notes, reader, screen } = this.stores;
    screen.show('reading');
    await reader.open(briefingId);
    await notes.show(briefingId);
    await this.showNote(annotationId);
    await this.reader.updateComplete;
    this.reader.revealAnnotation(annotationId);
  }

  async #enterScreen(): Promise<void> {
    this.requestUpdate();
    await this.updateComplete;
    await this.view?.updateComplete;
    if (this.view === null) this.reader.focus();
    else this.view.focus();
  }

  /** From list to text to notes and round again, as F6 does in desktop programs. */
  focusNextPane(): void {
    const panes = [this.library, this.view ?? this.reader, this.notes].filter(
      (pane) => pane !== null,
    );
    const current = panes.findIndex((pane) => pane.matches(':focus-within'));
    const following = [...panes.slice(current + 1), ...panes.slice(0, current + 1)];
    // A pane may have nothing to focus, such as a list without rows.
    following.find((pane) => {
      pane.focus();
      return pane.matches(':focus-within');
    });
  }

  protected override firstUpdated(): void {
    void start(this.stores);
  }

  private readonly handleCommand = (event: CommandEvent): void => this.#runner?.run(event.command);

  private readonly handlePaletteChoice = ({ choice }: PaletteChooseEvent): void => {
    if (this.#runner !== undefined) choosePaletteEntry(choice, this.stores, this.#runner);
  };

  private readonly handleAnnotationOpen = (event: AnnotationOpenEvent): void => {
    void this.showNote(event.annotationId);
  };

  private readonly handleAnnotationReveal = (event: AnnotationRevealEvent): void => {
    this.stores.screen.show('reading');
    void this.updateComplete.then(() => this.reader.revealAnnotation(event.annotationId));
  };

  private readonly handlePartReveal = (event: PartRevealEvent): void => {
    this.stores.screen.show('reading');
    void this.updateComplete.then(() => this.reader.reveal(event.part));
  };

  private readonly handleBookmark = (event: BookmarkToggleEvent): void => {
    void this.#runner?.toggleBookmark(event.part);
  };

  /** In the document itself, so that the reading view is in it too. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render() {
    const { textSize, columnWidth } = this.stores.settings.state.get();
    this.style.setProperty('--text-size', `${textSize / 100}`);
    this.style.setProperty('--column-width', `${columnWidth}ch`);
    return html`<readout-top-bar
        .open=${this.#panes?.openPanes ?? []}
        @search-leave=${() => this.library?.focus()}
      ></readout-top-bar>
      <div class="panes">
        ${this.#renderLibrary()} ${this.#renderReader()} ${this.#renderNotes()}
      </div>
      <readout-status-bar role="contentinfo"></readout-status-bar>
      <readout-message-bar></readout-message-bar>
      <readout-app-dialogs @palette-choose=${this.handlePaletteChoice}></readout-app-dialogs>`;
  }

  #renderLibrary() {
    if (this.#panes?.isOpen('library') !== true) return nothing;
    const width = this.#panes.width('library');
    return html`<section class="side-pane" aria-label="Library" .style=${`width: ${width}px`}>
      <readout-library-pane></readout-library-pane>
      <readout-pane-divider
        label="Width of the list"
        .width=${width}
        .most=${this.#panes.largestWidth}
        .least=${200}
        @pane-resize=${this.handleLibraryResize}
      ></readout-pane-divider>
    </section>`;
  }

  private readonly handleRowOpen = (event: NoteRowOpenEvent): void => {
    void this.openAnnotation(event.briefingId, event.annotationId);
  };

  private readonly handleViewLeave = (): void => this.stores.screen.show('reading');

  #renderScreen() {
    const { screen } = this.stores.screen.state.get();
    if (screen === 'all-notes') {
      return html`<readout-all-notes
        @note-row-open=${this.handleRowOpen}
        @notes-view-leave=${this.handleViewLeave}
      ></readout-all-notes>`;
    }
    if (screen === 'trash') {
      return html`<readout-trash-view
        @trash-view-leave=${this.handleViewLeave}
      ></readout-trash-view>`;
    }
    return nothing;
  }

  #renderReader() {
    const { screen } = this.stores.screen.state.get();
    return html`<main class="reading-pane">
      ${this.#renderScreen()}
      <readout-reading-view
        ?hidden=${screen !== 'reading'}
        @annotation-open=${this.handleAnnotationOpen}
        @note-write=${(event: NoteWriteEvent) => void this.#runner?.writeNote(event.annotationTarget)}
        @tag-write=${(event: TagWriteEvent) => void this.#runner?.writeTags(event.annotationTarget)}
        @bookmark-toggle=${this.handleBookmark}
      ></readout-reading-view>
    </main>`;
  }

  #renderNotes() {
    if (this.#panes?.isOpen('notes') !== true) return nothing;
    const width = this.#panes.width('notes');
    return html`<aside class="side-pane" aria-label="Notes" .style=${`width: ${width}px`}>
      <readout-pane-divider
        label="Width of the notes"
        pane="after"
        .width=${width}
        .most=${this.#panes.largestWidth}
        .least=${240}
        @pane-resize=${this.handleNotesResize}
      ></readout-pane-divider>
      <readout-notes-panel
        @annotation-reveal=${this.handleAnnotationReveal}
        @part-reveal=${this.handlePartReveal}
        @bookmark-toggle=${this.handleBookmark}
        @notes-leave=${() => this.reader.focus()}
      ></readout-notes-panel>
    </aside>`;
  }

  private readonly handleLibraryResize = (event: PaneResizeEvent): void => {
    this.#panes?.resize('library', event.width);
  };

  private readonly handleNotesResize = (event: PaneResizeEvent): void => {
    this.#panes?.resize('notes', event.width);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-app-shell': AppShell;
  }
}
