import { css } from 'lit';

/** A group's heading stays at the top of the list as long as the group is in sight. */
export const noteListStyles = css`
  .extent {
    position: absolute;
    inset-inline: 0;
    z-index: 1;
    pointer-events: none;
  }

  .group {
    position: sticky;
    top: 0;
    display: flex;
    flex-direction: column;
    justify-content: end;
    padding: 0 20px calc(6px * var(--scale));
    border-bottom: 1px solid var(--line);
    background: var(--paper);
    color: var(--muted);
    font: calc(11.5px * var(--scale)) / 1.4 var(--sans);
    overflow: hidden;
  }

  .group > * {
    flex: none;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .label {
    display: flex;
    gap: 10px;
    font-weight: 600;
    font-size: calc(13px * var(--scale));
    color: var(--ink);
  }

  .label > span:first-child {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .count {
    font-weight: 400;
    color: var(--muted);
  }

  .missing-mark {
    font-style: italic;
  }
`;
