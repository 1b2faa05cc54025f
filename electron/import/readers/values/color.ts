import type { Color } from '../../../shared/model/annotation.ts';

/** What other apps call their colours, and the nearest of the five. */
const names: ReadonlyMap<string, Color> = new Map([
  ...(['yellow', 'orange', 'gold', 'amber'] as const).map((name) => [name, 'yellow'] as const),
  ...(['green', 'lime', 'olive'] as const).map((name) => [name, 'green'] as const),
  ...(['blue', 'cyan', 'aqua', 'teal', 'turquoise'] as const).map(
    (name) => [name, 'blue'] as const,
  ),
  ...(['pink', 'red', 'magenta', 'rose'] as const).map((name) => [name, 'pink'] as const),
  ...(['purple', 'violet', 'lavender'] as const).map((name) => [name, 'purple'] as const),
]);

/** Where the hues of the five end, in degrees; what is above the last is pink again. */
const hues: readonly (readonly [limit: number, color: Color])[] = [
  [20, 'pink'],
  [70, 'yellow'],
  [165, 'green'],
  [245, 'blue'],
  [290, 'purple'],
  [360, 'pink'],
];

/** The hue of a colour in degrees; `null` for greys. Shares of red, green and blue are 0 to 255. */
function hueOf(red: number, green: number, blue: number): number | null {
  const largest = Math.max(red, green, blue);
  const range = largest - Math.min(red, green, blue);
  if (range < 8) return null;
  const sector =
    largest === red
      ? (green - blue) / range
      : largest === green
        ? 2 + (blue - red) / range
        : 4 + (red - green) / range;
  return (sector * 60 + 360) % 360;
}

function colorOfHex(digits: string): Color | null {
  const pairs = digits.length === 3 ? digits.replaceAll(/./g, '$&$&') : digits;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) =>
    Number.parseInt(pairs.slice(at, at + 2), 16),
  );
  const hue = hueOf(red, green, blue);
  return hue === null ? null : (hues.find(([limit]) => hue < limit)?.[1] ?? null);
}

/**
 * A colour of another app, by its name (`Orange`, `highlight-yellow`) or as `#rrggbb`, as the nearest of
 * the five; `null` for what is none.
 */
export function importedColor(value: unknown): Color | null {
  if (typeof value !== 'string' || value.length > 100) return null;
  const text = value.trim().toLowerCase();
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})(?:[0-9a-f]{2})?$/.exec(text)?.[1];
  if (hex !== undefined) return colorOfHex(hex);
  const word = text.split(/[^a-z]+/).findLast((one) => names.has(one));
  return word === undefined ? null : (names.get(word) ?? null);
}
