import { css } from 'lit';

export const searchBoxStyles = css`
  :host {
    position: relative;
    display: block;
  }

  .box {
    display: flex;
    align-items: center;
    gap: 6px;
    height: 32px;
    padding: 0 4px 0 11px;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--raised);
    color: var(--muted);
  }

  .box:focus-within {
    border-color: var(--accent);
    outline: 1px solid var(--accent);
  }

  .field {
    position: relative;
    flex: 1;
    min-width: 0;
  }

  input,
  input:focus-visible,
  .underlines {
    width: 100%;
    height: 30px;
    padding: 0;
    border: 0;
    outline: none;
    background: none;
    font: 14px/30px var(--sans);
  }

  input {
    position: relative;
    display: block;
    color: var(--ink);
  }

  input::placeholder {
    color: var(--muted);
    opacity: 1;
  }

  input::-webkit-search-cancel-button {
    display: none;
  }

  .underlines {
    position: absolute;
    inset: 0;
    overflow: hidden;
    color: transparent;
    white-space: pre;
    user-select: none;
    pointer-events: none;
  }

  .underlines span {
    text-decoration: underline wavy var(--danger);
    text-decoration-skip-ink: none;
    text-underline-offset: 3px;
  }

  .count {
    font-size: 12px;
    white-space: nowrap;
  }

  .small {
    display: grid;
    flex: none;
    place-items: center;
    width: 24px;
    height: 24px;
    padding: 0;
    border: 0;
    border-radius: var(--radius-small);
    background: none;
    color: inherit;
    cursor: pointer;
  }

  .small:hover {
    background: var(--accent-soft);
    color: var(--accent);
  }

  .panel {
    position: absolute;
    inset: calc(100% + 4px) 0 auto;
    z-index: 5;
    overflow: hidden;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--raised);
    color: var(--ink);
    box-shadow: var(--shadow);
    font: 13px/1.45 var(--sans);
  }

  .panel[hidden] {
    display: none;
  }

  .faults {
    margin: 0;
    padding: 8px 12px;
    list-style: none;
  }

  .faults code {
    color: var(--danger);
    font:
      600 12.5px/1.4 ui-monospace,
      monospace;
    overflow-wrap: anywhere;
  }

  [role='listbox'] {
    margin: 0;
    padding: 4px;
    list-style: none;
  }

  [role='option'] {
    padding: 4px 9px;
    border-radius: var(--radius-small);
    cursor: pointer;
    overflow-wrap: anywhere;
  }

  [role='option']:hover,
  [role='option'][aria-selected='true'] {
    background: var(--accent-soft);
    color: var(--accent);
  }
`;
