import { fromWebAddress } from './address.ts';
import type { CdpValue } from './cdp.ts';
import { loud } from './loud.ts';

/** A frame as `event.senderFrame` shows it. */
export interface HostFrame {
  readonly url: string;
  readonly origin: string;
  /** `null` for the top frame. */
  readonly parent: HostFrame | null;
}

interface CdpFrame {
  readonly id: string;
  readonly parentId?: string;
  readonly url: string;
}

/** The frames of a page and the script worlds in them, as Chromium reports them. */
export class Frames {
  readonly #frames = new Map<string, HostFrame>();
  readonly #worlds = new Map<number, { readonly frameId: string; readonly name: string }>();

  /** Notes a navigation; answers the frame, and whether it is the top one. */
  navigated(parameters: CdpValue): HostFrame {
    const { id, parentId, url } = parameters['frame'] as CdpFrame;
    const address = fromWebAddress(url);
    const { protocol, host } = new URL(address);
    const parent = parentId === undefined ? null : (this.#frames.get(parentId) ?? null);
    const frame = loud('frame', { url: address, origin: `${protocol}//${host}`, parent });
    this.#frames.set(id, frame);
    return frame;
  }

  worldCreated(parameters: CdpValue): void {
    const { id, name, auxData } = parameters['context'] as {
      readonly id: number;
      readonly name: string;
      readonly auxData: { readonly frameId: string };
    };
    this.#worlds.set(id, { frameId: auxData.frameId, name });
  }

  worldDestroyed(parameters: CdpValue): void {
    this.#worlds.delete(Number(parameters['executionContextId']));
  }

  clearWorlds(): void {
    this.#worlds.clear();
  }

  /** The frame that a script world runs in. */
  frameOfWorld(worldId: number): HostFrame | null {
    const world = this.#worlds.get(worldId);
    return world === undefined ? null : (this.#frames.get(world.frameId) ?? null);
  }

  /** The worlds of that name, the newest last. */
  worldsNamed(name: string): readonly number[] {
    return [...this.#worlds].filter(([, world]) => world.name === name).map(([id]) => id);
  }
}
