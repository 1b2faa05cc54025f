import type { CustomScheme, Protocol } from 'electron';
import { registeredSchemes } from './address.ts';
import { hostApp } from './app.ts';
import { loud } from './loud.ts';

type Handler = (request: Request) => Response | Promise<Response>;

/** The protocol module of a session, and the handlers that the app gave it. */
export interface HostProtocol {
  readonly facade: Pick<
    Protocol,
    'handle' | 'isProtocolHandled' | 'registerSchemesAsPrivileged' | 'unhandle'
  >;
  /** The handler of an address's scheme. */
  readonly handlerOf: (address: string) => Handler | undefined;
}

function registerSchemesAsPrivileged(schemes: readonly CustomScheme[]): void {
  if (hostApp.isReady()) {
    throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
  }
  for (const { scheme } of schemes) registeredSchemes.add(scheme.toLowerCase());
}

export function createProtocol(): HostProtocol {
  const handlers = new Map<string, Handler>();
  const provided: HostProtocol['facade'] = {
    registerSchemesAsPrivileged,
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
  return {
    facade: loud('protocol', provided),
    handlerOf: (address) => handlers.get(new URL(address).protocol.slice(0, -1)),
  };
}
