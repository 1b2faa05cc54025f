import { css } from 'lit';

export const tagDialogStyles = css`
  readout-modal-dialog {
    --dialog-width: 520px;
  }

  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  li {
    padding-block: 2px;
    padding-inline-start: calc(20px * var(--depth));
    border-bottom: 1px solid var(--line);
  }

  .tag {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 32px;
  }

  .name {
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
  }

  .count {
    color: var(--muted);
    font-size: 12.5px;
    white-space: nowrap;
  }

  .rename {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
    padding: 2px 0;
  }

  .rename input {
    flex: 1 1 160px;
    min-width: 0;
    min-height: 30px;
    padding: 4px 10px;
    border: 1px solid var(--line-strong);
    border-radius: 7px;
    background: var(--paper);
    color: var(--ink);
    font: 13.5px/1.4 var(--sans);
  }

  .hint {
    flex: 1 0 100%;
    margin: 0;
    color: var(--attention);
    font-size: 12.5px;
  }

  .empty,
  .message {
    margin: 0;
    color: var(--muted);
  }

  .message {
    display: flex;
    flex: 1;
    align-items: center;
    gap: 8px;
    min-height: 30px;
  }
`;
