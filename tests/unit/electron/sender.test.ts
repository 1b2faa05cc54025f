import { describe, expect, it } from 'vitest';
import { isOwnPage } from '../../../electron/sender.ts';

describe('isOwnPage', () => {
  it('accepts the top frame of the page', () => {
    expect(isOwnPage({ origin: 'app://bundle', parent: null })).toBe(true);
  });

  it('refuses a frame that is gone', () => {
    expect(isOwnPage(null)).toBe(false);
  });

  it('refuses a frame inside the page', () => {
    expect(isOwnPage({ origin: 'app://bundle', parent: {} })).toBe(false);
  });

  it.each([
    'null',
    '',
    'app://other',
    'app://bundle.example',
    'app://bundle:1',
    'https://bundle',
    'file://',
    'data:',
  ])('refuses the origin %j', (origin) => {
    expect(isOwnPage({ origin, parent: null })).toBe(false);
  });
});
