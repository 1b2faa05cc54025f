import { describe, expect, it } from 'vitest';
import { photoAge } from '../../../../renderer/reader/photo-age.ts';
import { figureOf } from '../../shared/briefings.ts';

function ageOn(taken: string | null, day: string | null): string | null {
  const date =
    day === null ? null : ({ value: day, provenance: 'caption', evidence: null } as const);
  return photoAge(figureOf({ date: taken }), date);
}

describe('photoAge', () => {
  it.each([
    ['2025-08-15', '2025-11-19', '96 days earlier'],
    ['2025-11-12', '2025-11-19', '7 days earlier'],
    ['2025-02-26', '2025-03-05', '7 days earlier'],
    ['2024-11-19', '2025-11-19', '365 days earlier'],
    ['2022-01-01', '2023-12-31', '729 days earlier'],
    ['2022-01-01', '2024-01-01', '2 years earlier'],
    ['2024-02-29', '2026-02-28', '730 days earlier'],
    ['2024-02-29', '2026-03-01', '2 years earlier'],
    ['2015-11-19', '2025-11-19', '10 years earlier'],
    ['1955-06-01', '2025-11-19', '70 years earlier'],
  ])('of a picture of %s on %s is “%s”', (taken, day, age) => expect(ageOn(taken, day)).toBe(age));

  it.each([
    ['six days before', '2025-11-13', '2025-11-19'],
    ['the same day', '2025-11-19', '2025-11-19'],
    ['after the briefing', '2025-12-24', '2025-11-19'],
    ['no day', null, '2025-11-19'],
    ['a day, in an undated briefing', '2025-08-15', null],
  ])('is not pointed out for a picture of %s', (_, taken, day) =>
    expect(ageOn(taken, day)).toBeNull(),
  );
});
