import { css } from 'lit';

export const panelStyles = css`
  :host {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    height: 100%;
  }

  .tabs {
    display: flex;
    gap: 18px;
    padding: 10px 16px 0;
    border-bottom: 1px solid var(--line);
    overflow: hidden;
  }

  .tabs button {
    padding: 4px 0 9px;
    border: 0;
    border-bottom: 2px solid transparent;
    background: none;
    color: var(--muted);
    font: 13.5px/1.4 var(--sans);
    white-space: nowrap;
    cursor: pointer;
  }

  .tabs button[aria-selected='true'] {
    border-bottom-color: var(--accent);
    color: var(--ink);
    font-weight: 600;
  }

  .count {
    margin-inline-start: 2px;
    padding: 0 6px;
    border-radius: 99px;
    background: var(--accent-soft);
    color: var(--accent);
    font-size: 11.5px;
    font-weight: 600;
  }

  .content {
    display: flex;
    flex-direction: column;
    gap: 10px;
    padding: 12px 14px 24px;
    overflow: auto;
  }

  .content > * {
    flex: none;
  }
`;
