import { css } from 'lit';

/** Rows of the panel's plain lists. */
export const rowStyles = css`
  :host {
    display: block;
  }

  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .row {
    display: block;
    width: 100%;
    padding: 7px 9px;
    border: 0;
    border-radius: var(--radius-small);
    background: none;
    color: inherit;
    font: 13.5px/1.4 var(--sans);
    text-align: start;
    cursor: pointer;
  }

  .row:hover {
    background: var(--accent-soft);
  }

  .where {
    display: block;
    font-size: 12px;
    color: var(--muted);
  }

  .text {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    font-family: var(--serif);
    overflow-wrap: anywhere;
  }

  .empty {
    margin: 8px 4px;
    color: var(--muted);
    text-wrap: pretty;
  }
`;
