import path from 'node:path';
import { ipcMain, type WebContents } from 'electron';
import type * as z from 'zod/mini';
import {
  dropRequest,
  type Handlers,
  type NoticeName,
  notices,
  type Out,
  type Payload,
  type RequestName,
  requests,
} from './shared/ipc.ts';
import type { Problem } from './shared/model/problem.ts';
import type { Result } from './shared/result.ts';
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

/** What a request's channel and validators are. */
interface Checked {
  readonly channel: string;
  readonly input: z.ZodMiniType;
  readonly output: z.ZodMiniType;
}

async function answer(
  { channel, input: inputSchema, output: outputSchema }: Checked,
  handle: (input: never) => unknown,
  frame: SenderFrame | null,
  input: unknown,
): Promise<unknown> {
  if (!isOwnPage(frame)) throw new Error(`${channel}: refused, this is not the app's page`);
  // What the schema lets through is what the handler of the request takes.
  const output = await handle(check(inputSchema, input, `${channel}: the input`) as never);
  return check(outputSchema, output, `${channel}: the output`);
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
  return (await answer(requests[name], handlers[name], frame, input)) as Out<Name>;
}

/** Adds files and folders of the system to the library, by their absolute paths. */
export type AddPaths = (
  paths: readonly string[],
) => Promise<Result<{ readonly added: number }, Problem>>;

/** Makes the main process answer every request of the contract, and what is dropped on the page. */
export function registerHandlers(handlers: Handlers, addDropped: AddPaths): void {
  // electron-store answers any frame on a channel of its own; nobody here asks on it.
  ipcMain.removeAllListeners('electron-store-get-data');
  for (const name of Object.keys(requests) as RequestName[]) {
    ipcMain.handle(requests[name].channel, (event, input: unknown) =>
      answerRequest(name, handlers, event.senderFrame, input),
    );
  }
  const takeDropped = ({ paths }: { readonly paths: readonly string[] }): ReturnType<AddPaths> => {
    if (!paths.every((one) => path.isAbsolute(one))) {
      throw new Error(`${dropRequest.channel}: a path of the system is absolute`);
    }
    return addDropped(paths);
  };
  ipcMain.handle(dropRequest.channel, (event, input: unknown) =>
    answer(dropRequest, takeDropped, event.senderFrame, input),
  );
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
