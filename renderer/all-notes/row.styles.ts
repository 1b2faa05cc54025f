import { css } from 'lit';
import { colorStyles } from '../styles/colors.ts';

/** Rows of fixed height in a virtual listbox; `--scale` is the reader's size of text. */
export const rowStyles = [
  colorStyles,
  css`
    :host {
      display: block;
      min-height: 0;
    }

    [role='listbox'] {
      position: relative;
      height: 100%;
      overflow: auto;
      contain: strict;
    }

    [role='listbox']:focus-visible,
    [role='listbox']:focus-visible .current {
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

    .option {
      position: absolute;
      inset: 0 0 auto;
      display: flex;
      flex-direction: column;
      justify-content: center;
      gap: calc(5px * var(--scale));
      padding: calc(10px * var(--scale)) 20px calc(9px * var(--scale)) 17px;
      border-inline-start: 3px solid transparent;
      border-bottom: 1px solid var(--line);
      cursor: pointer;
      overflow: hidden;
    }

    .option:hover {
      background: color-mix(in srgb, var(--raised) 55%, transparent);
    }

    .option.current {
      background: var(--raised);
      border-inline-start-color: var(--accent);
    }

    .content {
      padding-inline-start: 11px;
      border-inline-start: 4px solid var(--swatch-line);
      overflow: hidden;
    }

    q,
    .whole,
    .note {
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      overflow: hidden;
      overflow-wrap: anywhere;
    }

    q {
      font: calc(14.5px * var(--scale)) / 1.35 var(--serif);
      quotes: none;
    }

    .whole {
      font: italic calc(13px * var(--scale)) / 1.4 var(--sans);
      color: var(--muted);
    }

    .noted q {
      -webkit-line-clamp: 1;
    }

    .note {
      white-space: pre-line;
      font: calc(13px * var(--scale)) / 1.4 var(--sans);
    }

    .details {
      display: flex;
      gap: 12px;
      font: calc(12px * var(--scale)) / 1.4 var(--sans);
      color: var(--muted);
      white-space: nowrap;
    }

    .details > * {
      min-width: 0;
      overflow: hidden;
      text-overflow: ellipsis;
    }

    .details .tags {
      flex-shrink: 2;
      color: var(--accent);
    }

    .details .when {
      flex: none;
      margin-inline-start: auto;
    }

    .visually-hidden {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  `,
];
