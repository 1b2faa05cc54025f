import { html, LitElement } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import type { BackupDialog } from '../backup/backup-dialog.ts';
import '../backup/backup-dialog.ts';
import type { ExportDialog } from '../export/export-dialog.ts';
import '../export/export-dialog.ts';
import type { ImportDialog } from '../import/import-dialog.ts';
import '../import/import-dialog.ts';
import type { FoldersDialog } from '../library/folders-dialog.ts';
import '../library/folders-dialog.ts';
import type { CommandPalette } from '../palette/command-palette.ts';
import '../palette/command-palette.ts';
import type { SaveSearchDialog } from '../search/save-search-dialog.ts';
import '../search/save-search-dialog.ts';
import type { TemplatesDialog } from '../templates/templates-dialog.ts';
import '../templates/templates-dialog.ts';
import { paletteCommands } from './command-names.ts';
import type { ShortcutSheet } from './shortcut-sheet.ts';
import './shortcut-sheet.ts';

/** A dialog over the whole window. */
export type DialogName =
  | 'backups'
  | 'export'
  | 'folders'
  | 'import'
  | 'palette'
  | 'save-search'
  | 'shortcuts'
  | 'templates';

/** The dialogs over the whole window, none of which is open at first. */
@customElement('readout-app-dialogs')
export class AppDialogs extends LitElement {
  @query('readout-export-dialog') private readonly exporter!: ExportDialog;
  @query('readout-backup-dialog') private readonly backups!: BackupDialog;
  @query('readout-import-dialog') private readonly importer!: ImportDialog;
  @query('readout-templates-dialog') private readonly templates!: TemplatesDialog;
  @query('readout-folders-dialog') private readonly folders!: FoldersDialog;
  @query('readout-command-palette') private readonly palette!: CommandPalette;
  @query('readout-save-search-dialog') private readonly searchSaver!: SaveSearchDialog;
  @query('readout-shortcut-sheet') private readonly sheet!: ShortcutSheet;

  show(name: DialogName): void {
    const dialogs = {
      backups: this.backups,
      export: this.exporter,
      import: this.importer,
      templates: this.templates,
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
      <readout-import-dialog></readout-import-dialog>
      <readout-templates-dialog></readout-templates-dialog>
      <readout-backup-dialog></readout-backup-dialog>
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
