import { css } from 'lit';

/** Fields of a form, each below its label. */
export const fieldStyles = css`
  select,
  input:is([type='date'], [type='text']) {
    display: block;
    width: 100%;
    min-height: 32px;
    margin-top: 3px;
    padding: 5px 8px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-small);
    background: var(--paper);
    color: var(--ink);
    font: 13.5px/1.4 var(--sans);
  }
`;
