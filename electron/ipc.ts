import { ipcMain, type WebContents } from 'electron';
import type * as z from 'zod/mini';
import {
  type Handlers,
  type In,
  type NoticeName,
  notices,
  type Out,
  type Payload,
  type RequestName,
  requests,
} from './shared/ipc.ts';
import { isOwnPage, type SenderFrame } from './sender.ts';

function check<Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
  what: string,
): z.output<Schema> {
  const checked = schema.safeParse(value);
  if (checked.success) return checked.data;
  const faults = checked.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(`${what} does not fit the contract: ${faults.join('; ')}`);
}

/**
 * Answers one request: checks who asks, then the input, asks the handler, checks the output.
 *
 * @throws where the sender is not the app's page, or input or output do not fit the contract.
 */
export async function answerRequest<Name extends RequestName>(
  name: Name,
  handlers: Pick<Handlers, Name>,
  frame: SenderFrame | null,
  input: unknown,
): Promise<Out<Name>> {
  const { channel, input: inputSchema, output: outputSchema } = requests[name];
  if (!isOwnPage(frame)) throw new Error(`${channel}: refused, this is not the app's page`);
  // TypeScript does not relate the schema of a generic name to its own inferred type; the values
  // are what the schemas let through.
  const checkedInput = check(inputSchema, input, `${channel}: the input`) as In<Name>;
  const output = await handlers[name](checkedInput);
  return check(outputSchema, output, `${channel}: the output`) as Out<Name>;
}

/** Makes the main process answer every request of the contract. */
export function registerHandlers(handlers: Handlers): void {
  // electron-store answers any frame on a channel of its own; nobody here asks on it.
  ipcMain.removeAllListeners('electron-store-get-data');
  for (const name of Object.keys(requests) as RequestName[]) {
    ipcMain.handle(requests[name].channel, (event, input: unknown) =>
      answerRequest(name, handlers, event.senderFrame, input),
    );
  }
}

/**
 * Tells a page that something is so. Does nothing where the page is gone.
 *
 * @throws where the payload does not fit the contract.
 */
export function sendNotice<Name extends NoticeName>(
  contents: Pick<WebContents, 'isDestroyed' | 'send'>,
  name: Name,
  payload: Payload<Name>,
): void {
  if (contents.isDestroyed()) return;
  const { channel, payload: schema } = notices[name];
  contents.send(channel, check(schema, payload, `${channel}: the payload`));
}
