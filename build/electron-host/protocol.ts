import type { CustomScheme, Protocol } from 'electron';
import { registeredSchemes } from './address.ts';
import { hostApp } from './app.ts';
import { loud } from './loud.ts';

type Handler = (request: Request) => Response | Promise<Response>;

const handlers = new Map<string, Handler>();

/** The handler of an address's scheme. */
export function protocolHandler(address: string): Handler | undefined {
  return handlers.get(new URL(address).protocol.slice(0, -1));
}

const provided: Pick<
  Protocol,
  'handle' | 'isProtocolHandled' | 'registerSchemesAsPrivileged' | 'unhandle'
> = {
  registerSchemesAsPrivileged(schemes: CustomScheme[]) {
    if (hostApp.isReady()) {
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    }
    for (const { scheme } of schemes) registeredSchemes.add(scheme.toLowerCase());
  },
  handle(scheme, handler) {
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    handlers.set(scheme, handler);
    registeredSchemes.add(scheme);
  },
  unhandle(scheme) {
    if (!handlers.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`);
  },
  isProtocolHandled: (scheme) => handlers.has(scheme),
};

export const protocol = loud('protocol', provided);
