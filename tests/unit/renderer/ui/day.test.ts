import { afterEach, describe, expect, it, vi } from 'vitest';
import { daysBetween, localMoment, longDay, shortDay } from '../../../../renderer/ui/day.ts';

afterEach(() => void vi.useRealTimers());

describe('days in words', () => {
  it.each([
    ['2025-11-19', 'Wednesday 19 November 2025', '19 Nov 2025'],
    ['2024-02-29', 'Thursday 29 February 2024', '29 Feb 2024'],
    ['2026-01-01', 'Thursday 1 January 2026', '1 Jan 2026'],
  ])('%s is %s', (day, long, short) => {
    expect(longDay(day)).toBe(long);
    expect(shortDay(day)).toBe(short);
  });
});

describe('daysBetween', () => {
  it.each([
    ['2025-11-18', '2025-11-19', 1],
    ['2025-11-19', '2025-11-19', 0],
    ['2025-11-19', '2025-11-18', -1],
    ['2024-02-28', '2024-03-01', 2],
    ['2025-02-28', '2025-03-01', 1],
    ['2025-03-29', '2025-03-31', 2],
    ['2024-12-31', '2025-12-31', 365],
  ])('from %s to %s are %d', (from, to, days) => expect(daysBetween(from, to)).toBe(days));
});

describe('localMoment', () => {
  const now = new Date(2026, 2, 4, 15, 30);

  it('is the time alone today', () => {
    vi.useFakeTimers({ now });
    expect(localMoment(new Date(2026, 2, 4, 9, 5).getTime())).toBe('09:05');
  });

  it('is the day and the time otherwise', () => {
    vi.useFakeTimers({ now });
    expect(localMoment(new Date(2026, 2, 3, 9, 5).getTime())).toBe('3 Mar, 09:05');
    expect(localMoment(new Date(2025, 2, 4, 9, 5).getTime())).toMatch(/^4 Mar.*09:05$/);
  });
});
