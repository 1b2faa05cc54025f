import { css } from 'lit';

/** Buttons, fields and keys, the same in every shadow root and in the document. */
export const controlStyles = css`
  * {
    box-sizing: border-box;
    scrollbar-width: thin;
  }

  .button {
    display: inline-flex;
    align-items: center;
    gap: 7px;
    min-height: 30px;
    padding: 4px 11px;
    border: 1px solid var(--line);
    border-radius: 7px;
    background: var(--raised);
    color: inherit;
    font: 500 13px/1.3 var(--sans);
    white-space: nowrap;
    cursor: pointer;
  }

  .button:hover:not(:disabled) {
    border-color: var(--line-strong);
  }

  .button:disabled {
    opacity: 0.55;
    cursor: default;
  }

  .button.icon {
    padding: 4px 7px;
  }

  .button.quiet {
    border-color: transparent;
    background: none;
    color: var(--muted);
  }

  .button.quiet:hover:not(:disabled) {
    background: var(--accent-soft);
    color: var(--accent);
    border-color: transparent;
  }

  .button.primary {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }

  .button[aria-pressed='true'] {
    background: var(--accent-soft);
    border-color: var(--accent);
    color: var(--accent);
  }

  kbd {
    display: inline-block;
    min-width: 18px;
    padding: 0 5px;
    border: 1px solid var(--line);
    border-bottom-width: 2px;
    border-radius: 4px;
    background: var(--surface);
    color: var(--muted);
    font: 11px/1.55 var(--sans);
    text-align: center;
  }

  :focus-visible {
    outline: var(--focus-ring);
    outline-offset: 1px;
  }

  svg {
    flex: none;
  }
`;
