import type { ExchangeRequest, Handlers } from '../../electron/shared/ipc.ts';
import { exchangeRequests } from '../../electron/shared/requests/exchange-requests.ts';

/** Answers about exports, imports and backups for tests in which none is asked for. */
export function unexpectedExchange(): Pick<Handlers, ExchangeRequest> {
  const unexpected = (): never => {
    throw new Error('not expected');
  };
  const names = Object.keys(exchangeRequests);
  // Every name of the table has a handler that fits any type.
  return Object.fromEntries(names.map((name) => [name, unexpected])) as unknown as Pick<
    Handlers,
    ExchangeRequest
  >;
}
