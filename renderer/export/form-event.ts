import type { ExportForm } from '../../electron/shared/model/export.ts';

/** The reader wants another form of export. */
export class FormEvent extends Event {
  static readonly type = 'form-change';
  readonly form: ExportForm;

  constructor(form: ExportForm) {
    super(FormEvent.type, { bubbles: true, composed: true });
    this.form = form;
  }
}

declare global {
  interface HTMLElementEventMap {
    'form-change': FormEvent;
  }
}
