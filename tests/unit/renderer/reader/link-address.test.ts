import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openableAddress } from '../../../../renderer/reader/link-address.ts';

describe('openableAddress', () => {
  it.each([
    ['https://harbour.example', 'https://harbour.example/'],
    ['HTTPS://Harbour.example/a b', 'https://harbour.example/a%20b'],
    ['mailto:office@harbour.example', 'mailto:office@harbour.example'],
    ['https://h\u0430rbour.example/', 'https://xn--hrbour-3nf.example/'],
  ])('gives %s as a browser understands it', (target, address) =>
    expect(openableAddress(target)).toBe(address),
  );

  it.each([
    'http://harbour.example/',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'app://readout/',
    '//harbour.example/',
    'harbour.example',
    '',
    `https://harbour.example/${'x'.repeat(8000)}`,
  ])('gives none for “%s”', (target) => expect(openableAddress(target)).toBeNull());

  it('never gives another scheme, and never throws', () =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((rest) => `https:${rest}`),
        ),
        (target) => {
          expect(openableAddress(target) ?? 'https:').toMatch(/^(?:https|mailto):/);
        },
      ),
    ));
});
