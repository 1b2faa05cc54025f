import { describe, expect, it } from 'vitest';
import { readAhead } from '../../../electron/export/read-ahead.ts';

describe('readAhead', () => {
  const things = Array.from({ length: 100 }, (_, index) => index);

  it('gives the answers in order, whichever is there first', async () => {
    const answers: number[] = [];
    const read = async (thing: number): Promise<number> => {
      await new Promise((resolve) => setTimeout(resolve, (thing * 7) % 5));
      return thing;
    };
    for await (const answer of readAhead(things, read)) answers.push(answer);
    expect(answers).toEqual(things);
  });

  it('reads little more than is taken', async () => {
    let begun = 0;
    const read = (thing: number): Promise<number> => {
      begun += 1;
      return Promise.resolve(thing);
    };
    for await (const answer of readAhead(things, read)) if (answer === 20) break;
    expect(begun).toBeGreaterThan(20);
    expect(begun).toBeLessThan(40);
  });

  it('fails where a read fails, after the answers before it', async () => {
    const answers: number[] = [];
    const read = (thing: number): Promise<number> =>
      thing === 30 ? Promise.reject(new Error('It is gone.')) : Promise.resolve(thing);
    const taken = (async () => {
      for await (const answer of readAhead(things, read)) answers.push(answer);
    })();
    await expect(taken).rejects.toThrow('It is gone.');
    expect(answers).toEqual(things.slice(0, 30));
  });
});
