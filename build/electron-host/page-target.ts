import type { Rectangle } from 'electron';
import type { CdpConnection } from './cdp.ts';

/** Whether pages show in windows, or headless. */
export const isWindowed = process.env['READOUT_HOST_WINDOWED'] === '1';

/** The page that a windowed Chromium starts with, in a window without tabs and address. */
export const startPage = 'data:text/html,<title>Starting</title>';

/** Between two looks for the start page, in milliseconds; it comes within a second. */
const lookInterval = 50;

let isStartPageTaken = !isWindowed;

async function findStartPage(connection: CdpConnection): Promise<string> {
  for (;;) {
    const { targetInfos } = await connection.send('Target.getTargets');
    const targets = targetInfos as readonly { readonly targetId: string; readonly type: string }[];
    const page = targets.find(({ type }) => type === 'page');
    if (page !== undefined) return page.targetId;
    await new Promise((resolve) => setTimeout(resolve, lookInterval));
  }
}

/** Opens a page of a size in CSS pixels, in a window of its own; returns its target's id. */
export async function openPage(
  connection: CdpConnection,
  { width, height }: Pick<Rectangle, 'width' | 'height'>,
): Promise<string> {
  if (!isStartPageTaken) {
    isStartPageTaken = true;
    return findStartPage(connection);
  }
  const created = await connection.send('Target.createTarget', {
    url: 'about:blank',
    newWindow: true,
    width,
    height,
  });
  return String(created['targetId']);
}

/** Gives a page the size of a window: in a window by moving that, headless by emulation. */
export async function resizePage(
  connection: CdpConnection,
  { targetId, sessionId }: { readonly targetId: string; readonly sessionId: string },
  bounds: Rectangle,
): Promise<void> {
  if (isWindowed) {
    const { windowId } = await connection.send('Browser.getWindowForTarget', { targetId });
    const { x: left, y: top, width, height } = bounds;
    await connection.send('Browser.setWindowBounds', {
      windowId,
      bounds: { left, top, width, height },
    });
    return;
  }
  const { width, height } = bounds;
  const metrics = { width, height, deviceScaleFactor: 0, mobile: false };
  await connection.send('Emulation.setDeviceMetricsOverride', metrics, sessionId);
}

/** Where a page's window is; `null` for a headless page. */
export async function windowBounds(
  connection: CdpConnection,
  targetId: string,
): Promise<Rectangle | null> {
  if (!isWindowed) return null;
  const answer = await connection.send('Browser.getWindowForTarget', { targetId });
  const bounds = answer['bounds'] as {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  };
  const { left: x, top: y, width, height } = bounds;
  return { x, y, width, height };
}
