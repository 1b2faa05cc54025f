/** How requests and notices of the contract are made, and the schemas that several of them share. */
import * as z from 'zod/mini';
import { briefingIdSchema } from '../model/listing.ts';
import { problemSchema } from '../model/problem.ts';

/** A question of the page: its channel, and the schemas that both sides are checked against. */
export interface Request<Input extends z.ZodMiniType, Output extends z.ZodMiniType> {
  readonly channel: string;
  readonly input: Input;
  readonly output: Output;
}

/** A word of the main process to the page. */
export interface Notice<Payload extends z.ZodMiniType> {
  readonly channel: string;
  readonly payload: Payload;
}

/** A request on a channel. */
export function request<Input extends z.ZodMiniType, Output extends z.ZodMiniType>(
  channel: string,
  input: Input,
  output: Output,
): Request<Input, Output> {
  return { channel, input, output };
}

/** A notice on a channel. */
export function notice<Payload extends z.ZodMiniType>(
  channel: string,
  payload: Payload,
): Notice<Payload> {
  return { channel, payload };
}

/** The output of a request that can fail in an expected way. */
export function resultOf<Value extends z.ZodMiniType>(value: Value) {
  return z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), problem: problemSchema }),
  ]);
}

/** The input of a request that needs none. */
export const nothing = z.strictObject({});

/** The output of a request that only does something. */
export const done = z.null();

/** A mark by its id. */
export const markIdSchema = z.object({ id: z.string().check(z.maxLength(64)) });

/** At most this many rows travel in one answer: a structured clone of 100,000 costs 250 ms. */
export const largestPage = 500;

/** At most this many annotations change in one request. */
export const largestChange = 10_000;

/** A page of a list: `offset` and `limit` count rows. */
export const pageSchema = {
  offset: z.int().check(z.gte(0)),
  limit: z.int().check(z.gte(1), z.lte(largestPage)),
};

/** Briefings by their ids. */
export const briefingIdsSchema = z.array(briefingIdSchema).check(z.maxLength(largestChange));

/** Marks by their ids. */
export const markIdsSchema = z.object({
  ids: z.array(markIdSchema.shape.id).check(z.maxLength(largestChange)),
});
