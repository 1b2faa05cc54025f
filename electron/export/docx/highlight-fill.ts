import { highlightColors } from '../../shared/export/highlight-colors.ts';
import type { Color } from '../../shared/model/annotation.ts';

/** The colour behind highlighted words, as RRGGBB. */
export function highlightFill(color: Color): string {
  return highlightColors[color].slice(1).toUpperCase();
}
