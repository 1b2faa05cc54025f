import type { CdpValue } from './cdp.ts';
import { Decoder } from './wire/decoder.ts';
import { Encoder } from './wire/encoder.ts';

interface Evaluation {
  readonly exceptionDetails?: {
    readonly text: string;
    readonly exception?: { readonly description?: string };
  };
  readonly result: { readonly objectId?: string };
}

type Command = (method: string, parameters: CdpValue) => Promise<CdpValue>;

const encodeScript = `function () {
  ${Encoder.toString()}
  return Encoder.encode(this.value);
}`;

function throwIfFailed({ exceptionDetails }: Evaluation): void {
  if (exceptionDetails === undefined) return;
  const { exception, text } = exceptionDetails;
  throw new Error(exception?.description ?? text);
}

/** Runs a script in the page's own world; its result, or what its promise resolves to, is cloned. */
export async function runScript(command: Command, script: string): Promise<unknown> {
  const evaluated = (await command('Runtime.evaluate', {
    // In an object, as a primitive value has no id by which it could be encoded.
    expression: `(async () => ({ value: await (0, eval)(${JSON.stringify(script)}) }))()`,
    awaitPromise: true,
    userGesture: true,
    allowUnsafeEvalBlockedByCSP: true,
  })) as unknown as Evaluation;
  throwIfFailed(evaluated);
  const encoded = await command('Runtime.callFunctionOn', {
    functionDeclaration: encodeScript,
    objectId: evaluated.result.objectId,
    returnByValue: true,
  });
  throwIfFailed(encoded as unknown as Evaluation);
  return Decoder.decode(String((encoded['result'] as { readonly value?: unknown }).value));
}
