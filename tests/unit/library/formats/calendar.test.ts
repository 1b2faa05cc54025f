import { describe, expect, it } from 'vitest';
import {
  daysBetween,
  isoDay,
  resolveDay,
  statedDays,
} from '../../../../electron/library/formats/calendar.ts';

/** The days of a text in words, without a reference for those that name no year. */
function daysOf(text: string, reference: string | null = null): readonly (string | null)[] {
  return [...statedDays(text)].map((stated) => resolveDay(stated, reference));
}

describe('statedDays', () => {
  it.each([
    ['Valmar, November 18, 2025.', '2025-11-18'],
    ['Valmar, NOVEMBER 18, 2025', '2025-11-18'],
    ['on Nov. 8, 2025', '2025-11-08'],
    ['on Sept. 2, 2025', '2025-09-02'],
    ['on Sep 2 2025', '2025-09-02'],
    ['on May 1st, 2025', '2025-05-01'],
    ['on 18 November 2025', '2025-11-18'],
    ['on February 29, 2024', '2024-02-29'],
    ['from November 17-18, 2025', '2025-11-18'],
  ])('reads "%s"', (text, day) => {
    expect(daysOf(text)).toEqual([day]);
  });

  it.each([
    'on November 31, 2025',
    'on February 29, 2025',
    'they may 5 times',
    'a march 3 miles long',
    'May 2025',
    'March 5,000 people',
    'Junes 4',
    'Nov. 190',
    '15 octobre 2025',
  ])('finds no day in "%s"', (text) => {
    expect(daysOf(text)).toEqual([]);
  });

  it('gives all days in order with the words they were read from', () => {
    const stated = [...statedDays('From Oct. 23 to January 17, 2021.')];
    expect(stated.map(({ evidence }) => evidence)).toEqual(['Oct. 23', 'January 17, 2021']);
    expect(stated.map(({ year }) => year)).toEqual([null, 2021]);
  });
});

describe('resolveDay', () => {
  it.each([
    ['Nov. 19', '2025-11-18', '2025-11-19'],
    ['Jan. 2', '2025-12-30', '2026-01-02'],
    ['Dec. 30', '2026-01-02', '2025-12-30'],
    ['Feb. 29', '2025-03-01', '2024-02-29'],
    ['Nov. 19, 2021', '2025-11-18', '2021-11-19'],
  ])('puts %s next to %s', (text, reference, day) => {
    expect(daysOf(text, reference)).toEqual([day]);
  });

  it('knows no year without a reference', () => {
    expect(daysOf('Nov. 19')).toEqual([null]);
  });
});

describe('isoDay and daysBetween', () => {
  it('pads numbers and refuses what no calendar has', () => {
    expect(isoDay(2025, 3, 7)).toBe('2025-03-07');
    expect(isoDay(2025, 13, 7)).toBeNull();
    expect(isoDay(2025, 0, 7)).toBeNull();
    expect(isoDay(25, 3, 7)).toBeNull();
  });

  it('counts days over the ends of months and years', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2026-01-02', '2025-12-30')).toBe(-3);
  });
});
