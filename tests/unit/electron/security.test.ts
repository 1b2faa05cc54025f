import { EventEmitter } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { denyNavigation, denyPermissions } from '../../../electron/security.ts';

/** What the handlers of a session or a page say, for a permission, a device and a new window. */
class Recorder extends EventEmitter {
  request: ((...given: unknown[]) => void) | null = null;
  check: (() => boolean) | null = null;
  device: (() => boolean) | null = null;
  opening: (() => { action: string }) | null = null;

  setPermissionRequestHandler(handler: (...given: unknown[]) => void): void {
    this.request = handler;
  }

  setPermissionCheckHandler(handler: () => boolean): void {
    this.check = handler;
  }

  setDevicePermissionHandler(handler: () => boolean): void {
    this.device = handler;
  }

  setWindowOpenHandler(handler: () => { action: string }): void {
    this.opening = handler;
  }
}

function isPrevented(emitter: EventEmitter, name: string): boolean {
  const preventDefault = vi.fn();
  emitter.emit(name, { preventDefault });
  return preventDefault.mock.calls.length === 1;
}

describe('denyPermissions', () => {
  it('denies permissions and devices', () => {
    const session = new Recorder();
    denyPermissions(session as never);
    const answer = vi.fn();
    session.request?.(null, 'geolocation', answer);
    expect(answer).toHaveBeenCalledExactlyOnceWith(false);
    expect(session.check?.()).toBe(false);
    expect(session.device?.()).toBe(false);
  });

  it('cancels downloads', () => {
    const session = new Recorder();
    denyPermissions(session as never);
    expect(isPrevented(session, 'will-download')).toBe(true);
  });
});

describe('denyNavigation', () => {
  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])(
    'prevents %s',
    (name) => {
      const contents = new Recorder();
      denyNavigation(contents as never);
      expect(isPrevented(contents, name)).toBe(true);
    },
  );

  it('opens no window', () => {
    const contents = new Recorder();
    denyNavigation(contents as never);
    expect(contents.opening?.()).toEqual({ action: 'deny' });
  });
});
