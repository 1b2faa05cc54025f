import { html, LitElement } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import type { ExportDialog } from '../export/export-dialog.ts';
import '../export/export-dialog.ts';
import type { FoldersDialog } from '../library/folders-dialog.ts';
import '../library/folders-dialog.ts';
import type { CommandPalette } from '../palette/command-palette.ts';
import '../palette/command-palette.ts';
import type { SaveSearchDialog } from '../search/save-search-dialog.ts';
import '../search/save-search-dialog.ts';
import { paletteCommands } from './command-names.ts';
import type { ShortcutSheet } from './shortcut-sheet.ts';
import './shortcut-sheet.ts';

/** A dialog over the whole window. */
export type DialogName = 'export' | 'folders' | 'palette' | 'save-search' | 'shortcuts';

/** The dialogs over the whole window, none of which is open at first. */
@customElement('readout-app-dialogs')
export class AppDialogs extends LitElement {
  @query('readout-export-dialog') private readonly exporter!: ExportDialog;
  @query('readout-folders-dialog') private readonly folders!: FoldersDialog;
  @query('readout-command-palette') private readonly palette!: CommandPalette;
  @query('readout-save-search-dialog') private readonly searchSaver!: SaveSearchDialog;
  @query('readout-shortcut-sheet') private readonly sheet!: ShortcutSheet;

  show(name: DialogName): void {
    const dialogs = {
      export: this.exporter,
      folders: this.folders,
      palette: this.palette,
      'save-search': this.searchSaver,
      shortcuts: this.sheet,
    };
    void dialogs[name].show();
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render() {
    return html`<readout-export-dialog></readout-export-dialog>
      <readout-folders-dialog></readout-folders-dialog>
      <readout-save-search-dialog></readout-save-search-dialog>
      <readout-command-palette .commands=${paletteCommands}></readout-command-palette>
      <readout-shortcut-sheet></readout-shortcut-sheet>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-app-dialogs': AppDialogs;
  }
}
