import { css } from 'lit';

/** The rows of the sidebar, and the headings of its sections. */
export const viewListStyles = css`
  .choice {
    display: flex;
    align-items: center;
    gap: 8px;
    width: 100%;
    min-height: 24px;
    padding: 2px 10px;
    border: 0;
    border-radius: var(--radius-small);
    background: none;
    color: var(--muted);
    font: 13px/19px var(--sans);
    text-align: start;
    cursor: pointer;
  }

  .choice .label {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .choice .count {
    flex: none;
    font-variant-numeric: tabular-nums;
  }

  .choice:hover {
    background: color-mix(in srgb, var(--accent-soft) 60%, transparent);
  }

  .choice[aria-current] {
    background: var(--accent-soft);
    color: var(--accent);
    font-weight: 600;
  }

  .heading {
    display: flex;
    align-items: center;
    margin-top: 4px;
  }

  .fold {
    display: flex;
    flex: 1;
    align-items: center;
    gap: 4px;
    min-width: 0;
    min-height: 24px;
    padding: 2px 10px 2px 5px;
    border: 0;
    border-radius: var(--radius-small);
    background: none;
    color: var(--muted);
    font: 600 11px/1.4 var(--sans);
    letter-spacing: 0.06em;
    text-align: start;
    text-transform: uppercase;
    cursor: pointer;
  }

  .fold:hover {
    color: var(--ink);
  }

  .fold[aria-expanded='true'] svg {
    transform: rotate(90deg);
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
    color: var(--muted);
    cursor: pointer;
  }

  .small:hover {
    background: var(--accent-soft);
    color: var(--accent);
  }

  .attention {
    color: var(--attention);
  }

  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
