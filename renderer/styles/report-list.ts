import { css } from 'lit';

/** A list of what became, or would become, of things, one a row. */
export const reportListStyles = css`
  p {
    margin: 0 0 8px;
    overflow-wrap: anywhere;
  }

  ul {
    margin: 0;
    padding: 0;
    max-height: min(48vh, 420px);
    overflow: auto;
    list-style: none;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    background: var(--paper);
  }

  ul:focus-visible {
    outline: var(--focus-ring);
  }

  li {
    padding: 7px 12px;
    border-bottom: 1px solid var(--line);
    overflow-wrap: anywhere;
  }

  li:last-child {
    border-bottom: 0;
  }

  .about {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 2px 16px;
    color: var(--muted);
    font-size: 12.5px;
  }
`;
