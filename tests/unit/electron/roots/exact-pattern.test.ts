import fc from 'fast-check';
import picomatch from 'picomatch';
import { describe, expect, it } from 'vitest';
import { exactPattern } from '../../../../electron/roots/exact-pattern.ts';

const signs = Array.from(String.raw`*?[]{}()!+@|\$^"'#~.,-& aä漢`);

const name = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom(...signs),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    ),
    minLength: 1,
    maxLength: 30,
  })
  .filter((text) => !/[/\0\r\n]/.test(text) && text !== '.' && text !== '..');

describe('exactPattern', () => {
  it('fits the path whatever is in it', () => {
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 3 }), (names) => {
        const path = names.join('/');
        expect(picomatch(exactPattern(path), { dot: true })(path)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('fits no other path', () => {
    fc.assert(
      fc.property(name, name, (one, other) => {
        // Any sign does in the place of a backslash.
        fc.pre(one !== other && !one.includes('\\'));
        expect(picomatch(exactPattern(one), { dot: true })(other)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it('is never too long, and still fits', () => {
    for (const path of ['x'.repeat(255), '['.repeat(150), '漢'.repeat(250)]) {
      const pattern = exactPattern(path);
      expect(pattern.length).toBeLessThanOrEqual(200);
      expect(picomatch(pattern, { dot: true })(path)).toBe(true);
    }
  });
});
