import { css } from 'lit';

/** The looks of the export dialog: what is chosen on the left, what comes of it on the right. */
export const exportDialogStyles = css`
  readout-modal-dialog {
    --dialog-width: 1020px;
  }

  .columns {
    display: grid;
    grid-template-columns: minmax(230px, 290px) minmax(0, 1fr);
    gap: 20px;
    height: min(62vh, 600px);
  }

  .choices {
    min-height: 0;
    overflow: auto;
    padding-inline-end: 6px;
  }

  .failed {
    margin: 10px 0 0;
    color: var(--danger);
    overflow-wrap: anywhere;
  }

  .path {
    margin: 0 0 8px;
    color: var(--muted);
    overflow-wrap: anywhere;
  }

  .progress {
    display: flex;
    align-items: center;
    gap: 10px;
    margin: 10px 0 0;
    color: var(--muted);
    font-size: 12.5px;
  }

  progress {
    flex: 1;
    accent-color: var(--accent);
  }

  @media (width < 720px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
      height: auto;
    }

    readout-export-preview {
      height: 46vh;
    }
  }
`;
