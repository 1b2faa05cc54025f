import { css } from 'lit';

export const tagFieldStyles = css`
  :host {
    display: block;
    font: 13px/1.4 var(--sans);
  }

  .field {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    padding: 4px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-small);
    background: var(--paper);
  }

  .field:focus-within {
    outline: var(--focus-ring);
    outline-offset: -2px;
  }

  .tag {
    display: inline-flex;
    align-items: center;
    max-width: 100%;
    padding-inline: 7px 1px;
    border-radius: 99px;
    background: var(--accent-soft);
    color: var(--accent);
    overflow-wrap: anywhere;
  }

  .tag button {
    display: inline-flex;
    padding: 4px;
    border: 0;
    border-radius: 50%;
    background: none;
    color: inherit;
    cursor: pointer;
  }

  input {
    flex: 1;
    min-width: 90px;
    padding: 2px 4px;
    border: 0;
    outline: 0;
    background: none;
    color: var(--ink);
    font: inherit;
  }

  input:focus-visible {
    outline: 0;
  }

  ul {
    margin: 4px 0 0;
    padding: 3px;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    background: var(--raised);
    list-style: none;
  }

  li {
    padding: 3px 7px;
    border-radius: 4px;
    overflow-wrap: anywhere;
    cursor: pointer;
  }

  li:hover,
  li[aria-selected='true'] {
    background: var(--accent-soft);
    color: var(--accent);
  }

  .problem {
    margin: 4px 2px 0;
    color: var(--danger);
    font-size: 12.5px;
  }
`;
