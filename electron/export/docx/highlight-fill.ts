import type { Color } from '../../shared/model/annotation.ts';

/** The colours of highlights on paper, as RRGGBB: those of the app's light theme. */
const fills: Readonly<Record<Color, string>> = {
  yellow: 'FFE9A3',
  green: 'CDEECB',
  blue: 'CFE4FF',
  pink: 'FFD3E1',
  purple: 'E4D7FF',
};

/** The colour behind highlighted words, as RRGGBB. */
export function highlightFill(color: Color): string {
  return fills[color];
}
