import { css } from 'lit';

/** The five colours of highlights as `--swatch` and `--swatch-line`. */
export const colorStyles = css`
  .yellow {
    --swatch: var(--yellow);
    --swatch-line: var(--yellow-line);
  }

  .green {
    --swatch: var(--green);
    --swatch-line: var(--green-line);
  }

  .blue {
    --swatch: var(--blue);
    --swatch-line: var(--blue-line);
  }

  .pink {
    --swatch: var(--pink);
    --swatch-line: var(--pink-line);
  }

  .purple {
    --swatch: var(--purple);
    --swatch-line: var(--purple-line);
  }

  .plain {
    --swatch: var(--line);
    --swatch-line: var(--line-strong);
  }

  .swatch {
    width: 24px;
    height: 24px;
    padding: 0;
    border: 2px solid var(--swatch-line);
    border-radius: 50%;
    background: var(--swatch);
    cursor: pointer;
    forced-color-adjust: none;
  }

  .swatch[aria-pressed='true'] {
    box-shadow:
      0 0 0 2px var(--raised),
      0 0 0 4px var(--swatch-line);
  }
`;
