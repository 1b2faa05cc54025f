import { css } from 'lit';

export const commandPaletteStyles = css`
  dialog {
    width: min(620px, calc(100vw - 32px));
    max-height: min(560px, calc(100vh - 32px));
    margin: min(12vh, 90px) auto auto;
    padding: 0;
    border: 1px solid var(--line);
    border-radius: 12px;
    background: var(--raised);
    color: var(--ink);
    box-shadow: var(--shadow);
    font: 14px/1.45 var(--sans);
    overflow: hidden;
  }

  dialog[open] {
    display: flex;
    flex-direction: column;
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 30%);
  }

  .field {
    display: flex;
    flex: none;
    align-items: center;
    gap: 10px;
    padding: 0 16px;
    border-bottom: 1px solid var(--line);
    color: var(--muted);
  }

  .field:focus-within {
    box-shadow: inset 0 -2px var(--accent);
  }

  input,
  input:focus-visible {
    flex: 1;
    min-width: 0;
    height: 48px;
    border: 0;
    outline: none;
    background: none;
    color: var(--ink);
    font: 16px/1.4 var(--sans);
  }

  input::placeholder {
    color: var(--muted);
    opacity: 1;
  }

  .options {
    min-height: 0;
    padding: 6px;
    overflow: auto;
  }

  .group {
    padding: 8px 10px 3px;
    color: var(--muted);
    font: 600 11px/1.4 var(--sans);
    letter-spacing: 0.06em;
    text-transform: uppercase;
  }

  [role='option'] {
    /* Places are scrolled to in whole pixels: the edge of the chosen one must not be cut. */
    scroll-margin-block: 3px;
    display: flex;
    gap: 10px;
    align-items: baseline;
    padding: 6px 10px;
    border-radius: var(--radius-small);
    cursor: pointer;
  }

  [role='option']:hover {
    background: color-mix(in srgb, var(--accent-soft) 60%, transparent);
  }

  [role='option'][aria-selected='true'] {
    background: var(--accent-soft);
    color: var(--accent);
    outline: 1px solid var(--accent);
    outline-offset: -1px;
  }

  .label {
    flex: 1 1 auto;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .detail {
    flex: none;
    max-width: 45%;
    overflow: hidden;
    color: var(--muted);
    font-size: 12px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .keys {
    display: flex;
    flex: none;
    gap: 3px;
  }

  .none {
    margin: 0;
    padding: 18px 16px;
    color: var(--muted);
  }

  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
`;
