import type { Display } from 'electron';
import { loud } from './loud.ts';

const area = { x: 0, y: 0, width: 1920, height: 1080 } as const;

/** The one display there is, as large as a common one. */
const display: Pick<
  Display,
  'bounds' | 'id' | 'scaleFactor' | 'size' | 'workArea' | 'workAreaSize'
> = {
  id: 1,
  bounds: area,
  workArea: area,
  size: area,
  workAreaSize: area,
  scaleFactor: 1,
};

export const screen = loud('screen', {
  getPrimaryDisplay: () => loud('display', display),
  getAllDisplays: () => [loud('display', display)],
  getDisplayMatching: () => loud('display', display),
});
