import * as z from 'zod/mini';
import type { Immutable } from './shared/immutable.ts';

/** The smallest window, in device-independent pixels. */
export const smallestWindow = { width: 640, height: 480 } as const;

/** The window of a first start. */
const firstWindow = { width: 1440, height: 900 } as const;

/** Where a window stands on the desktop, in device-independent pixels. */
export const windowPlaceSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().check(z.gte(1)),
  height: z.int().check(z.gte(1)),
  maximized: z.boolean(),
});

export type WindowPlace = Immutable<z.infer<typeof windowPlaceSchema>>;

/** A rectangle on the desktop, in device-independent pixels. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function clamp(value: number, lowest: number, highest: number): number {
  return Math.max(lowest, Math.min(value, highest));
}

function sharedArea(one: Bounds, other: Bounds): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return Math.max(0, width) * Math.max(0, height);
}

/**
 * Where to open the window: the place it had last, moved and shrunk into the display it overlaps
 * most, so that it can be seen and grasped after a display was unplugged or became smaller. Without
 * a place, or with one on no display, in the middle of the first display.
 *
 * @param workAreas the displays' areas without task bars, the primary one first.
 */
export function fitWindow(place: WindowPlace | null, workAreas: readonly Bounds[]): Bounds {
  const [primary] = workAreas;
  const wanted = place ?? { x: 0, y: 0, ...firstWindow };
  if (primary === undefined) return { ...wanted };
  const best = workAreas.reduce((one, other) =>
    sharedArea(wanted, other) > sharedArea(wanted, one) ? other : one,
  );
  const isVisible = place !== null && sharedArea(wanted, best) > 0;
  const area = isVisible ? best : primary;
  const width = clamp(
    wanted.width,
    smallestWindow.width,
    Math.max(area.width, smallestWindow.width),
  );
  const height = clamp(
    wanted.height,
    smallestWindow.height,
    Math.max(area.height, smallestWindow.height),
  );
  const centre = {
    x: area.x + Math.round((area.width - width) / 2),
    y: area.y + Math.round((area.height - height) / 2),
  };
  const { x, y } = isVisible ? wanted : centre;
  return {
    x: clamp(x, area.x, Math.max(area.x, area.x + area.width - width)),
    y: clamp(y, area.y, Math.max(area.y, area.y + area.height - height)),
    width,
    height,
  };
}
