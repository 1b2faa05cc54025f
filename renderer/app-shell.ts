import { html, LitElement, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { ExportDialog } from './export/export-dialog.ts';
import './export/export-dialog.ts';
import type { LibraryPane } from './library/library-pane.ts';
import './library/library-pane.ts';
import type { NotesPanel } from './notes/notes-panel.ts';
import './notes/notes-panel.ts';
import type { ReadingView } from './reader/reading-view.ts';
import './reader/reading-view.ts';
import type { SearchBox } from './search/search-box.ts';
import './search/search-box.ts';
import { CommandRunner, type Surface } from './shell/command-runner.ts';
import { bindKeys } from './shell/keyboard.ts';
import { PaneLayout, type SidePane } from './shell/pane-layout.ts';
import { flushOnLeaving, followReader, moveInList, start } from './shell/session.ts';
import type { ShortcutSheet } from './shell/shortcut-sheet.ts';
import './shell/shortcut-sheet.ts';
import './shell/message-bar.ts';
import './shell/reading-settings.ts';
import './shell/status-bar.ts';
import { provideStores, type Stores } from './shell/stores.ts';
import { CommandEvent } from './state/command-event.ts';
import type {
  AnnotationOpenEvent,
  BookmarkToggleEvent,
  NoteWriteEvent,
  PartRevealEvent,
} from './state/reading-events.ts';
import { icon } from './ui/icon.ts';
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
  @query('readout-notes-panel') private readonly notes!: NotesPanel | null;
  @query('readout-search-box') private readonly search!: SearchBox;
  @query('readout-export-dialog') private readonly exporter!: ExportDialog;
  @query('readout-shortcut-sheet') private readonly sheet!: ShortcutSheet;

  @property({ attribute: false }) stores!: Stores;

  override connectedCallback(): void {
    super.connectedCallback();
    const { desktop, settings } = this.stores;
    provideStores(this, this.stores);
    this.#panes = new PaneLayout(this, settings);
    const runner = new CommandRunner(this.stores, this);
    this.#runner = runner;
    this.#unbind = [
      settings.state.subscribe(() => this.requestUpdate()),
      followReader(this.stores, () => void this.library?.reveal()),
      flushOnLeaving(this.stores),
      bindKeys(this.stores, runner, this),
      desktop.onCommand((command) => runner.run(command)),
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

  highlightSelection(color: Parameters<ReadingView['highlightSelection']>[0]): boolean {
    return this.reader.highlightSelection(color);
  }

  copySelection(): boolean {
    return this.reader.copySelection();
  }

  togglePane(pane: SidePane): void {
    this.#panes?.toggle(pane);
  }

  async showNote(annotationId: string): Promise<void> {
    this.#panes?.open('notes');
    this.requestUpdate();
    await this.updateComplete;
    await this.notes?.reveal(annotationId);
  }

  focusSearch(): void {
    this.search.focus();
  }

  showExport(): void {
    void this.exporter.show();
  }

  showShortcuts(): void {
    this.sheet.show();
  }

  /** From list to text to notes and round again, as F6 does in desktop programs. */
  focusNextPane(): void {
    const panes = [this.library, this.reader, this.notes].filter((pane) => pane !== null);
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

  private readonly handleAnnotationOpen = (event: AnnotationOpenEvent): void => {
    void this.showNote(event.annotationId);
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
    return html`${this.#renderTopBar()}
      <div class="panes">
        ${this.#renderLibrary()} ${this.#renderReader()} ${this.#renderNotes()}
      </div>
      <readout-status-bar role="contentinfo"></readout-status-bar>
      <readout-message-bar></readout-message-bar>
      <readout-export-dialog></readout-export-dialog>
      <readout-shortcut-sheet></readout-shortcut-sheet>`;
  }

  #renderTopBar() {
    return html`<header class="top-bar">
      <span class="wordmark">Readout</span>
      ${this.#renderToggle('library', 'List of briefings', '[')}
      <readout-search-box @search-leave=${() => this.library?.focus()}></readout-search-box>
      <button class="button" title="Export notes (e)" @click=${() => this.showExport()}>
        ${icon('export')} <span class="label">Export…</span>
      </button>
      <readout-reading-settings></readout-reading-settings>
      <button
        class="button icon"
        aria-label="Keyboard shortcuts"
        title="Keyboard shortcuts (?)"
        @click=${() => this.showShortcuts()}
      >
        ?
      </button>
      ${this.#renderToggle('notes', 'Notes', ']')}
    </header>`;
  }

  #renderToggle(pane: SidePane, name: string, key: string) {
    return html`<button
      class="button icon"
      aria-label=${name}
      title="${name} (${key})"
      aria-pressed=${this.#panes?.isOpen(pane) ?? false}
      @click=${() => this.togglePane(pane)}
    >
      ${icon(pane)}
    </button>`;
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

  #renderReader() {
    return html`<main class="reading-pane">
      <readout-reading-view
        @annotation-open=${this.handleAnnotationOpen}
        @note-write=${(event: NoteWriteEvent) => void this.#runner?.writeNote(event.annotationTarget)}
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
        @part-reveal=${(event: PartRevealEvent) => this.reader.reveal(event.part)}
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
