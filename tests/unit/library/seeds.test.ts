import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../electron/shared/model/briefing.ts';
import {
  bareSlots,
  filePhotos,
  seedCredits,
  uncreditedCaptions,
} from '../../fixtures/seed-credits.ts';
import { seedExpectations } from '../../fixtures/seed-expectations.ts';
import { parseSeed, seedFolder } from '../../support/library/parsing.ts';

/** Every figure of every seed, by the seed's first three digits and the figure's number from 1. */
const figures: ReadonlyMap<string, Figure> = new Map(
  seedExpectations.flatMap(({ file }) =>
    parseSeed(file).figures.map((figure, index) => [
      `${file.slice(0, 3)} ${String(index + 1)}`,
      figure,
    ]),
  ),
);

describe('the seeds', () => {
  it('are all expected', () => {
    const files = readdirSync(seedFolder).filter((name) => name.endsWith('.txt'));
    expect(files.toSorted()).toEqual(seedExpectations.map(({ file }) => file));
  });

  it.each(seedExpectations)('$file parses to what is in it', (expected) => {
    const briefing = parseSeed(expected.file);
    expect(briefing).toMatchObject({
      headline: expected.headline,
      source: expected.source,
      language: expected.language ?? null,
      furniture: expected.furniture,
      warnings: [],
    });
    expect(briefing.dek).toMatch(/\S/);
    expect(briefing.figures).toHaveLength(expected.figures);
    const sections = briefing.sections.map(({ heading, items }) => {
      const bullets = items.filter(({ kind }) => kind === 'bullet').length;
      return [heading, bullets, items.length - bullets];
    });
    expect(sections).toEqual(expected.sections);
  });

  it.each(seedExpectations)('$file has its date by the best of its sources', (expected) => {
    const { date } = parseSeed(expected.file);
    expect(date).toMatchObject({
      value: expected.day ?? '2025-11-20',
      provenance: expected.provenance,
      ...(expected.evidence === undefined ? {} : { evidence: expected.evidence }),
    });
  });

  it.each(seedExpectations)('$file has the pictures beside it in its figures', (expected) => {
    const named = parseSeed(expected.file).figures.map(({ picture }) => picture);
    const numbered = named.map((_picture, index) => {
      const name = `${String(index + 1)}.jpg`;
      return expected.pictures?.includes(name) === true ? name : null;
    });
    expect(named).toEqual(numbered);
    expect(named.filter((name) => name !== null)).toEqual(expected.pictures ?? []);
  });

  it('have a figure for every expected credit, and none besides', () => {
    const expected = [
      ...seedCredits.map(([figure]) => figure),
      ...uncreditedCaptions,
      ...bareSlots,
    ];
    expect([...figures.keys()].toSorted()).toEqual(expected.toSorted());
  });

  it.each(seedCredits)('say who made figure %s', (figure, credit) => {
    const nobody = { agency: null, photographer: null, source: null, via: null, flags: [] };
    expect(figures.get(figure)?.credit).toMatchObject({ ...nobody, ...credit });
  });

  it('have no credit where there is none', () => {
    for (const figure of uncreditedCaptions) {
      expect(figures.get(figure)).toMatchObject({
        caption: expect.any(String) as string,
        credit: null,
      });
    }
    const slot = { caption: null, credit: null, date: null, filePhoto: false };
    for (const figure of bareSlots) expect(figures.get(figure)).toMatchObject(slot);
  });

  it('mark their file photos and no others', () => {
    const marked = [...figures].filter(([, { filePhoto }]) => filePhoto);
    expect(marked.map(([figure, { date }]) => [figure, date])).toEqual(filePhotos);
  });

  it('have captions without prefix and credit', () => {
    for (const { caption, credit } of figures.values()) {
      expect(caption ?? '').not.toMatch(/^FILE PHOTO|REUTERS|Getty|AP Photo|Associated Press/);
      if (credit !== null) expect(caption).not.toContain(credit.verbatim);
    }
  });

  it('keep the same caption twice', () => {
    expect(figures.get('003 1')).toEqual(figures.get('003 3'));
  });

  it('place a caption’s day without a year', () => {
    expect(figures.get('010 4')?.date).toBe('2025-11-17');
    expect(figures.get('011 3')?.date).toBeNull();
  });

  it('keep their markers as they stand in the file', () => {
    const markersOf = (file: string, section: number): readonly (string | null)[] =>
      parseSeed(file).sections[section]?.items.map(({ marker }) => marker) ?? [];
    const seeds = seedExpectations.map(({ file }) => file);
    const seed = (digits: string): string => seeds.find((file) => file.startsWith(digits)) ?? '';
    expect(markersOf(seed('006'), 0)).toEqual([null, null, null, null]);
    expect(markersOf(seed('008'), 0)).toEqual(['1.', '2.', '3.', '4.']);
    expect(markersOf(seed('019'), 0)).toEqual(['*', '-', '•', '3)']);
    expect(new Set(markersOf(seed('009'), 0))).toEqual(new Set(['◦']));
    expect(new Set(markersOf(seed('010'), 0))).toEqual(new Set(['–']));
    expect(new Set(markersOf(seed('015'), 0))).toEqual(new Set(['—']));
    expect(new Set(markersOf(seed('016'), 1))).toEqual(new Set(['▪']));
    expect(new Set(markersOf(seed('020'), 0))).toEqual(new Set(['●']));
    expect(new Set(markersOf(seed('014'), 7))).toEqual(new Set(['‣']));
  });
});
