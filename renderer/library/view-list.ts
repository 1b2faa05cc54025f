import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { RootStatus } from '../../electron/shared/model/listing.ts';
import { sourceQuery, tagQuery } from '../../electron/shared/search/print-query.ts';
import { CommandEvent } from '../state/command-event.ts';
import {
  libraryContext,
  notesContext,
  screenContext,
  settingsContext,
  sidebarContext,
  viewCountsContext,
} from '../state/contexts.ts';
import type { Screen } from '../state/screen-store.ts';
import type { SidebarSection } from '../state/sidebar-store.ts';
import { StoreController } from '../state/store.ts';
import { mainViews, rootView, type View } from '../state/views.ts';
import { controlStyles } from '../styles/controls.ts';
import { tagTree } from '../tags/tag-tree.ts';
import { icon } from '../ui/icon.ts';
import './saved-searches.ts';
import { type Choice, renderChoice } from './view-choice.ts';
import { viewListStyles } from './view-list.styles.ts';

/** So many sources are shown before all of them are asked for. */
const firstSources = 8;

const sectionLabels: Readonly<Record<SidebarSection, string>> = {
  saved: 'Saved searches',
  folders: 'Folders',
  sources: 'Sources',
  tags: 'Tags',
};

/** The sidebar: the views of the library with their counts, and what shows the notes of all. */
@customElement('readout-view-list')
export class ViewList extends LitElement {
  static override readonly styles = [
    controlStyles,
    viewListStyles,
    css`
      :host {
        display: block;
        padding: 8px;
        overflow: auto;
      }

      .notes {
        margin-top: 7px;
        padding-top: 7px;
        border-top: 1px solid var(--line);
      }

      .reason {
        display: block;
        padding: 0 10px 4px;
        color: var(--attention);
        font-size: 11.5px;
        line-height: 1.35;
        overflow-wrap: anywhere;
      }
    `,
  ];

  readonly #counts = new StoreController(this, viewCountsContext);
  readonly #library = new StoreController(this, libraryContext);
  readonly #notes = new StoreController(this, notesContext);
  readonly #screen = new StoreController(this, screenContext);
  readonly #settings = new StoreController(this, settingsContext);
  readonly #sidebar = new StoreController(this, sidebarContext);

  /** The arrows go from row to row, as they do in a list. */
  private readonly handleKeydown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const from = event.composedPath()[0];
    if (step === undefined || !(from instanceof HTMLButtonElement) || event.altKey) return;
    event.preventDefault();
    const saved = this.renderRoot.querySelector('readout-saved-searches');
    const rows = [...this.renderRoot.querySelectorAll('.choice, .fold, readout-saved-searches')];
    const buttons = rows.flatMap((row): readonly Element[] => (row === saved ? saved.rows : [row]));
    const next = buttons[buttons.indexOf(from) + step];
    if (next instanceof HTMLElement) next.focus();
  };

  #choose(view: string): void {
    this.#screen.store.show('reading');
    void this.#library.store.setFilter({ view });
  }

  #renderView({ query, label, count }: View, more: Partial<Choice> = {}): TemplateResult {
    const isChosen = this.#library.state.filter.view === query;
    return renderChoice({ label, count, isChosen, choose: () => this.#choose(query), ...more });
  }

  protected override render() {
    const { counts } = this.#counts.state;
    const { filter, status } = this.#library.state;
    const views = mainViews(counts, filter.view);
    const all = status?.briefingCount ?? null;
    return html`<nav aria-label="Views" @keydown=${this.handleKeydown}>
        ${views.map((view) => this.#renderView(view.query === '' ? { ...view, count: all } : view))}
        ${this.#renderSaved()} ${this.#renderFolders(status?.roots ?? [])} ${this.#renderSources()}
        ${this.#renderTags()}
      </nav>
      ${this.#renderScreens()}`;
  }

  #renderSection(section: SidebarSection, rows: () => unknown, buttons: unknown = nothing) {
    const isOpen = !this.#sidebar.state.folded.has(section);
    const label = sectionLabels[section];
    return html`<div role="group" aria-label=${label}>
      <div class="heading">
        <button
          class="fold"
          aria-expanded=${isOpen}
          @click=${() => this.#sidebar.store.toggle(section)}
        >
          ${icon('chevron', 12)} ${label}
        </button>
        ${buttons}
      </div>
      ${isOpen ? rows() : nothing}
    </div>`;
  }

  #renderSaved() {
    if (this.#settings.state.savedSearches.length === 0) return nothing;
    return this.#renderSection(
      'saved',
      () => html`<readout-saved-searches></readout-saved-searches>`,
    );
  }

  #renderFolders(roots: readonly RootStatus[]) {
    return this.#renderSection(
      'folders',
      () => roots.map((root) => this.#renderRoot(root)),
      html`<button
          class="small"
          aria-label="Add folders"
          title="Add folders…"
          @click=${() => this.dispatchEvent(new CommandEvent('add-folders'))}
        >
          ${icon('plus', 14)}</button
        ><button
          class="small"
          aria-label="Manage folders"
          title="Manage folders…"
          @click=${() => this.dispatchEvent(new CommandEvent('folders'))}
        >
          ${icon('folder', 14)}
        </button>`,
    );
  }

  #renderRoot(root: RootStatus) {
    const isThere = root.state === 'present';
    const sign = isThere ? nothing : html`<span class="attention">${icon('alert', 13)}</span>`;
    const reason = root.message ?? 'It is not there.';
    return html`${this.#renderView(rootView(root), { title: root.path, sign })}
    ${isThere ? nothing : html`<span class="reason">${reason}</span>`}`;
  }

  #renderSources() {
    const sources = this.#counts.state.counts?.sources ?? [];
    const { hasAllSources } = this.#sidebar.state;
    const shown = hasAllSources ? sources : sources.slice(0, firstSources);
    if (sources.length === 0) return nothing;
    return this.#renderSection('sources', () => [
      ...shown.map(({ source, count }) =>
        this.#renderView({ query: sourceQuery(source), label: source, count }),
      ),
      sources.length > firstSources ? this.#renderAllSources(hasAllSources) : nothing,
    ]);
  }

  #renderAllSources(hasAllSources: boolean) {
    return html`<button
      class="choice"
      aria-expanded=${hasAllSources}
      @click=${() => this.#sidebar.store.toggleAllSources()}
    >
      <span class="label">${hasAllSources ? 'Show fewer' : 'Show all'}</span>
    </button>`;
  }

  #renderTags() {
    const tags = this.#counts.state.counts?.tags ?? [];
    if (tags.length === 0) return nothing;
    return this.#renderSection('tags', () =>
      tagTree(tags).map(({ tag, name, count, depth }) =>
        this.#renderView(
          { query: tagQuery(tag), label: name, count: count === 0 ? null : count },
          { depth, title: tag },
        ),
      ),
    );
  }

  #renderScreens() {
    const { screen } = this.#screen.state;
    const choice = (label: string, count: number | null, shown: Screen): TemplateResult =>
      renderChoice({
        label,
        count,
        isChosen: screen === shown,
        choose: () => this.#screen.store.show(screen === shown ? 'reading' : shown),
      });
    const counts = [...this.#notes.state.counts.values()];
    const noteCount = counts.reduce((sum, { annotations }) => sum + annotations, 0);
    return html`<nav
      class="notes"
      aria-label="Notes of all briefings"
      @keydown=${this.handleKeydown}
    >
      ${choice('All notes', noteCount, 'all-notes')} ${choice('Trash', null, 'trash')}
    </nav>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-view-list': ViewList;
  }
}
