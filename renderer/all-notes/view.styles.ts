import { css } from 'lit';

/** A view that stands in the middle: a heading, what it shows, and a list that fills the rest. */
export const viewStyles = css`
  :host {
    display: grid;
    grid-template-rows: auto auto minmax(0, 1fr);
    grid-template-columns: minmax(0, 1fr);
    height: 100%;
    container-type: size;
    background: var(--paper);
    color: var(--ink);
    font: 14px/1.45 var(--sans);
  }

  header {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 4px 12px;
    padding: 14px 20px 8px;
  }

  h1 {
    margin: 0;
    font: 650 22px/1.25 var(--serif);
  }

  header .total {
    color: var(--muted);
    font-size: 13px;
  }

  header .tools {
    display: flex;
    gap: 6px;
    margin-inline-start: auto;
  }

  .bar {
    max-height: 36cqh;
    padding: 2px 20px 12px;
    border-bottom: 1px solid var(--line);
    overflow: auto;
  }

  .bar p {
    margin: 0;
    color: var(--muted);
    font-size: 13px;
  }

  .empty {
    padding: 26px 20px;
    color: var(--muted);
    text-wrap: pretty;
    overflow: auto;
  }

  .empty strong {
    display: block;
    margin-bottom: 4px;
    color: var(--ink);
    font: 600 15px/1.4 var(--serif);
  }

  .empty .button {
    display: block;
    margin-top: 12px;
  }
`;
