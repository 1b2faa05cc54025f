import { css } from 'lit';

/** The looks of the templates: the source on the left, what it makes on the right. */
export const templatesDialogStyles = css`
  readout-modal-dialog {
    --dialog-width: 1020px;
  }

  .top {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(200px, 1fr));
    gap: 12px;
    margin-bottom: 12px;
  }

  label {
    color: var(--muted);
    font-size: 12.5px;
  }

  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: 14px;
    height: min(54vh, 520px);
  }

  .source {
    display: flex;
    flex-direction: column;
    min-height: 0;
  }

  textarea,
  pre {
    min-height: 0;
    margin: 0;
    padding: 10px 12px;
    overflow: auto;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-small);
    background: var(--paper);
    color: var(--ink);
    font:
      12.5px/1.55 ui-monospace,
      'DejaVu Sans Mono',
      Menlo,
      Consolas,
      monospace;
  }

  textarea {
    flex: 1;
    margin-top: 3px;
    resize: none;
  }

  pre {
    margin-top: 22px;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  .hint,
  .failed {
    margin: 22px 0 0;
    overflow-wrap: anywhere;
  }

  .hint {
    color: var(--muted);
  }

  .failed {
    color: var(--danger);
  }

  @media (width < 720px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
      height: auto;
    }

    textarea {
      min-height: 30vh;
    }

    pre {
      max-height: 30vh;
    }
  }
`;
