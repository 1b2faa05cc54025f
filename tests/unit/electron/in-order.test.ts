import { describe, expect, it } from 'vitest';
import { createOrder } from '../../../electron/in-order.ts';

describe('createOrder', () => {
  it('finishes each piece of work before the next begins', async () => {
    const inOrder = createOrder();
    const done: string[] = [];
    const slow = Promise.withResolvers<string>();
    const first = inOrder(async () => done.push(await slow.promise));
    const second = inOrder(() => done.push('second'));
    slow.resolve('first');
    await Promise.all([first, second]);
    expect(done).toEqual(['first', 'second']);
  });

  it('goes on after a failure, which its own caller sees', async () => {
    const inOrder = createOrder();
    const failed = inOrder(() => Promise.reject(new Error('failed')));
    const next = inOrder(() => 'next');
    await expect(failed).rejects.toThrow('failed');
    await expect(next).resolves.toBe('next');
  });
});
