import { css } from 'lit';

export const listStyles = css`
  [role='listbox'] {
    position: relative;
    height: 100%;
    overflow: auto;
    contain: strict;
  }

  [role='listbox']:focus-visible,
  [role='listbox']:focus-visible .option[aria-selected='true'] {
    outline: var(--focus-ring);
    outline-offset: -2px;
  }

  /* The ring is at the row that the keys move; around the list only while that row is out of sight. */
  [role='listbox'][aria-activedescendant]:focus-visible {
    outline: none;
  }

  .canvas {
    position: relative;
    width: 100%;
  }

  .day,
  .option {
    position: absolute;
    inset: 0 0 auto;
  }

  .day {
    padding: 15px 18px 0;
    font: 600 11px/1.4 var(--sans);
    letter-spacing: 0.06em;
    text-transform: uppercase;
    color: var(--muted);
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .option {
    padding: 9px 16px 9px 15px;
    border-inline-start: 3px solid transparent;
    cursor: pointer;
    overflow: hidden;
  }

  .option:hover {
    background: color-mix(in srgb, var(--raised) 55%, transparent);
  }

  .option[aria-selected='true'] {
    background: var(--raised);
    border-inline-start-color: var(--accent);
  }

  .headline {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    font: 600 14.5px/1.28 var(--serif);
  }

  .details {
    display: block;
    margin-top: 4px;
    font-size: 12px;
    color: var(--muted);
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .dot {
    display: inline-block;
    width: 8px;
    height: 8px;
    margin-inline-end: 6px;
    border-radius: 50%;
    background: var(--accent);
    vertical-align: 1px;
    forced-color-adjust: none;
  }

  .details svg {
    margin-inline-end: 4px;
    vertical-align: -2px;
  }

  .changed {
    color: var(--attention);
    font-weight: 600;
  }

  .excerpt {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    margin-top: 5px;
    overflow: hidden;
    color: var(--ink);
    font: 12.5px/1.4 var(--sans);
    overflow-wrap: anywhere;
  }

  .excerpt + .excerpt {
    -webkit-line-clamp: 1;
    margin-top: 3px;
  }

  mark {
    padding: 0 1px;
    border-radius: 2px;
    background: var(--yellow);
    color: inherit;
    font-weight: 600;
  }

  .of-note {
    color: var(--muted);
    font-weight: 600;
  }

  .unreadable .headline {
    -webkit-line-clamp: 1;
    font-style: italic;
    font-weight: 500;
  }

  .folder {
    margin-top: 3px;
    color: var(--muted);
    font-size: 11.5px;
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
    direction: rtl;
    text-align: end;
  }

  .unreadable .details {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    margin-top: 2px;
    line-height: 1.35;
    color: var(--attention);
    white-space: normal;
    overflow-wrap: anywhere;
  }

  .problems.unreadable .details {
    -webkit-line-clamp: 3;
  }

  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
`;
