import { css } from 'lit';

export const listStyles = css`
  .list,
  section {
    display: flex;
    flex-direction: column;
    gap: 10px;
  }

  .selecting {
    --card-checkbox: 1;
  }

  .add {
    align-self: start;
  }

  h2 {
    margin: 4px 4px 0;
    font: 600 13.5px/1.4 var(--sans);
    color: var(--attention);
  }

  .reattaching {
    position: sticky;
    top: 0;
    z-index: 2;
    display: flex;
    align-items: center;
    gap: 10px;
    padding: 8px 12px;
    border: 1px solid var(--accent);
    border-radius: var(--radius);
    background: var(--accent-soft);
    color: var(--ink);
  }

  .reattaching .button {
    margin-inline-start: auto;
  }

  /* Cards far down are laid out when they come near. */
  .far {
    content-visibility: auto;
    contain-intrinsic-size: auto 150px;
  }

  .empty {
    margin: 6px 4px;
    color: var(--muted);
    text-wrap: pretty;
  }

  .empty p {
    margin: 0 0 8px;
  }
`;
