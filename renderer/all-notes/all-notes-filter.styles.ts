import { css } from 'lit';
import { colorStyles } from '../styles/colors.ts';

export const allNotesFilterStyles = [
  colorStyles,
  css`
    [role='search'] {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px 14px;
      font: 13px/1.4 var(--sans);
    }

    input[type='search'] {
      min-height: 30px;
      padding: 4px 10px;
      border: 1px solid var(--line-strong);
      border-radius: 7px;
      background: var(--raised);
      color: var(--ink);
      font: 13px/1.4 var(--sans);
    }

    .words {
      flex: 1 1 180px;
      min-width: 0;
      max-width: 360px;
    }

    .tags {
      display: flex;
      align-items: baseline;
      gap: 9px;
      min-width: 0;
      max-width: 100%;
    }

    readout-tag-field {
      flex: 0 1 auto;
      min-width: 0;
      max-width: 100%;
    }

    input::placeholder {
      color: var(--muted);
      opacity: 1;
    }

    .choices,
    fieldset {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 5px;
      min-width: 0;
      margin: 0;
      padding: 0;
      border: 0;
    }

    .choices .button,
    .segment {
      min-height: 28px;
      padding: 3px 9px;
      font-weight: 400;
      max-width: 100%;
    }

    .dot {
      flex: none;
      width: 12px;
      height: 12px;
      border: 2px solid var(--swatch-line);
      border-radius: 50%;
      background: var(--swatch);
    }

    .name {
      overflow: hidden;
      text-overflow: ellipsis;
    }

    .legend,
    legend {
      float: inline-start;
      padding: 0;
      margin-inline-end: 4px;
      color: var(--muted);
    }

    .segment {
      display: inline-flex;
      align-items: center;
      border: 1px solid var(--line);
      border-radius: 7px;
      background: var(--raised);
      cursor: pointer;
    }

    .segment:has(:checked) {
      border-color: var(--accent);
      background: var(--accent-soft);
      color: var(--accent);
      font-weight: 600;
    }

    .segment:has(:focus-visible) {
      outline: var(--focus-ring);
      outline-offset: 1px;
    }

    .segment input {
      position: absolute;
      opacity: 0;
      pointer-events: none;
    }
  `,
];
