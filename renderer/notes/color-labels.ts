import type { Color } from '../../electron/shared/model/annotation.ts';
import { labelOfColor, type Settings } from '../../electron/shared/model/settings.ts';

type Labels = (color: Color) => string;

const known = new Map<string, Labels>();

/** How colours are labelled; for the same names the very same function, so that no card changes. */
export function labelsOf({ colorNames }: Pick<Settings, 'colorNames'>): Labels {
  const key = JSON.stringify(colorNames);
  const labels = known.get(key) ?? ((color: Color) => labelOfColor(color, { colorNames }));
  known.set(key, labels);
  return labels;
}
