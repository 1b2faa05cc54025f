import { describe, expect, it } from 'vitest';
import { fitWindow } from '../../../electron/window-place.ts';

const primary = { x: 0, y: 25, width: 1920, height: 1000 };
const second = { x: 1920, y: 0, width: 2560, height: 1400 };

describe('fitWindow', () => {
  it('opens the first time in the middle of the first display', () => {
    expect(fitWindow(null, [primary, second])).toEqual({ x: 240, y: 75, width: 1440, height: 900 });
  });

  it('shrinks to a small display', () => {
    expect(fitWindow(null, [{ x: 0, y: 0, width: 1024, height: 700 }])).toEqual({
      x: 0,
      y: 0,
      width: 1024,
      height: 700,
    });
  });

  it('leaves a window where it was', () => {
    const place = { x: 2000, y: 100, width: 900, height: 700, maximized: false };
    expect(fitWindow(place, [primary, second])).toEqual({
      x: 2000,
      y: 100,
      width: 900,
      height: 700,
    });
  });

  it('brings a window back whose display is gone', () => {
    const place = { x: 2000, y: 100, width: 900, height: 700, maximized: false };
    expect(fitWindow(place, [primary])).toEqual({ x: 510, y: 175, width: 900, height: 700 });
  });

  it('moves a window in that hangs over the edge', () => {
    const place = { x: -500, y: 900, width: 900, height: 700, maximized: false };
    expect(fitWindow(place, [primary])).toEqual({ x: 0, y: 325, width: 900, height: 700 });
  });

  it('never makes a window smaller than can be used', () => {
    const place = { x: 0, y: 25, width: 3, height: 3, maximized: false };
    expect(fitWindow(place, [primary])).toMatchObject({ width: 640, height: 480 });
  });
});
