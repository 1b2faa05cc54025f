import { css } from 'lit';

/** The looks of the form of an export. */
export const exportFormStyles = css`
  :host {
    display: block;
  }

  .field,
  .day {
    display: block;
    margin: 0 0 4px;
    color: var(--muted);
    font-size: 12.5px;
  }

  .purpose {
    margin: 0 0 12px;
    font-size: 12.5px;
    color: var(--muted);
  }

  fieldset {
    margin: 0 0 12px;
    padding: 0;
    border: 0;
    min-width: 0;
  }

  legend {
    padding: 0;
    margin-bottom: 4px;
    color: var(--muted);
    font-size: 12.5px;
  }

  .check {
    display: flex;
    align-items: flex-start;
    gap: 8px;
    min-height: 24px;
    padding: 2px 0;
    font-size: 13.5px;
    overflow-wrap: anywhere;
  }

  .check input {
    flex: none;
    width: 15px;
    height: 15px;
    margin: 2px 0 0;
    accent-color: var(--accent);
  }

  .tags {
    max-height: 168px;
    overflow: auto;
  }

  summary {
    margin: 0 0 8px;
    min-height: 24px;
    cursor: pointer;
    font-weight: 600;
    font-size: 13.5px;
  }

  .muted {
    color: var(--muted);
    font-weight: 400;
  }

  .swatch {
    flex: none;
    width: 14px;
    height: 14px;
    margin-top: 3px;
    border-radius: 4px;
    border: 2px solid var(--swatch-line);
    background: var(--swatch);
  }
`;
