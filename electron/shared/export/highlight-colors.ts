import { type Color, colorSchema } from '../model/annotation.ts';

/** The colours behind highlighted words on paper, as `#rrggbb`: those of the app's light theme. */
export const highlightColors: Readonly<Record<Color, string>> = {
  yellow: '#ffe9a3',
  green: '#cdeecb',
  blue: '#cfe4ff',
  pink: '#ffd3e1',
  purple: '#e4d7ff',
};

/** Something made of each colour by its name, in their order. */
export function ofEachColor(make: (color: Color, value: string) => string): readonly string[] {
  return colorSchema.options.map((color) => make(color, highlightColors[color]));
}
