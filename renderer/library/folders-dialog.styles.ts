import { css } from 'lit';

export const foldersDialogStyles = css`
  .lead {
    margin: 0 0 12px;
    color: var(--muted);
  }

  ul {
    display: grid;
    gap: 10px;
    margin: 0 0 16px;
    padding: 0;
    list-style: none;
  }

  li {
    padding: 12px 14px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
  }

  .head {
    display: flex;
    gap: 10px;
    align-items: start;
  }

  .head > svg {
    margin-top: 2px;
    color: var(--muted);
  }

  .about {
    display: grid;
    flex: 1;
    gap: 1px;
    min-width: 0;
  }

  .path,
  .standing,
  .muted {
    color: var(--muted);
    font-size: 12.5px;
  }

  .path,
  .standing {
    overflow-wrap: anywhere;
  }

  .attention {
    color: var(--attention);
    font-weight: 600;
  }

  .attention svg {
    vertical-align: -2px;
  }

  .question {
    margin-top: 10px;
    padding: 10px 12px;
    border-radius: var(--radius-small);
    background: var(--accent-soft);
  }

  .question p {
    margin: 0 0 8px;
  }

  details {
    margin-top: 8px;
    font-size: 13px;
  }

  summary {
    cursor: pointer;
  }

  details p {
    margin: 6px 0 8px;
    color: var(--muted);
  }

  code {
    padding: 0 4px;
    border-radius: 4px;
    background: var(--raised);
    color: var(--ink);
  }

  .patterns {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(180px, 1fr));
    gap: 10px;
  }

  label {
    display: block;
    font-weight: 600;
  }

  textarea {
    display: block;
    width: 100%;
    margin-top: 4px;
    padding: 6px 8px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-small);
    background: var(--raised);
    color: var(--ink);
    font:
      12.5px/1.5 ui-monospace,
      monospace;
    resize: vertical;
  }

  textarea::placeholder {
    color: var(--muted);
    opacity: 1;
  }

  .problem {
    margin: 8px 0 0;
    color: var(--danger);
  }
`;
