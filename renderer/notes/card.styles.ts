import { css } from 'lit';
import { colorStyles } from '../styles/colors.ts';

export const cardStyles = [
  colorStyles,
  css`
    :host {
      display: block;
    }

    .card {
      position: relative;
      padding: 11px 13px 7px;
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: var(--raised);
    }

    .card:focus-visible {
      outline-offset: -2px;
    }

    .card:has(> input:checked) {
      border-color: var(--accent);
      background: var(--accent-soft);
    }

    input[type='checkbox'] {
      position: absolute;
      inset-block-start: 9px;
      inset-inline-end: 9px;
      width: 18px;
      height: 18px;
      margin: 0;
      opacity: var(--card-checkbox, 0);
      accent-color: var(--accent);
    }

    .card:hover > input[type='checkbox'],
    .card:focus-within > input[type='checkbox'] {
      opacity: 1;
    }

    h3 {
      margin: 0 0 6px;
      font: 600 13.5px/1.4 var(--sans);
    }

    .place {
      display: block;
      width: 100%;
      margin-bottom: 8px;
      padding: 0;
      border: 0;
      background: none;
      color: inherit;
      text-align: start;
      cursor: pointer;
    }

    .place.lost {
      cursor: auto;
    }

    .where {
      display: block;
      padding-inline-end: 24px;
      margin-bottom: 4px;
      font: 11.5px/1.3 var(--sans);
      color: var(--muted);
    }

    q {
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 4;
      overflow: hidden;
      padding-inline-start: 10px;
      border-inline-start: 4px solid var(--swatch-line);
      font: 14.5px/1.45 var(--serif);
      quotes: none;
      overflow-wrap: anywhere;
    }

    q.part {
      color: var(--muted);
      -webkit-line-clamp: 2;
    }

    button.place:hover q {
      color: var(--accent);
    }

    .note {
      font-size: 14px;
      line-height: 1.5;
    }

    .foot {
      display: flex;
      align-items: center;
      gap: 8px;
      min-height: 30px;
      margin-top: 6px;
      color: var(--muted);
      font-size: 12px;
    }

    readout-card-tools {
      margin-inline-start: auto;
    }

    .standing {
      margin-bottom: 8px;
      font-size: 13px;
      line-height: 1.45;
    }

    .standing summary {
      color: var(--attention);
      cursor: pointer;
    }

    .standing p {
      margin: 2px 0 0;
      color: var(--muted);
    }

    .standing readout-text-difference {
      max-height: 160px;
      margin-top: 2px;
      overflow: auto;
    }

    .colors {
      display: flex;
      gap: 5px;
    }

    .colors .swatch {
      width: 20px;
      height: 20px;
    }
  `,
];
