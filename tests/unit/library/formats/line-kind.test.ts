import { describe, expect, it } from 'vitest';
import {
  isBareSlot,
  isFurniture,
  knownHeading,
  namesSite,
  readsAsHeading,
  splitBullet,
} from '../../../../electron/library/formats/line-kind.ts';

describe('splitBullet', () => {
  it.each(['•', '◦', '▪', '‣', '·', '●', '○', '*', '–', '—', '-', '1.', '2)', '10.', '117)'])(
    'takes "%s" for a marker',
    (marker) => {
      expect(splitBullet(`${marker} The port reopened.`)).toEqual({
        marker,
        text: 'The port reopened.',
      });
      expect(splitBullet(`${marker} \t\u00a0The port reopened.`)?.text).toBe('The port reopened.');
      expect(splitBullet(`${marker}The port reopened.`)).toBeNull();
      expect(splitBullet(marker)).toBeNull();
    },
  );

  it.each([
    'The port – reopened.',
    '12 ships wait.',
    '3.5 metres',
    '(1) first',
    '# one',
    '1: one',
    '',
  ])('finds no marker in "%s"', (line) => {
    expect(splitBullet(line)).toBeNull();
  });

  it('takes the first of two markers', () => {
    expect(splitBullet('• - 5 degrees')).toEqual({ marker: '•', text: '- 5 degrees' });
  });
});

describe('isFurniture', () => {
  it.each(['Particle.news', 'Download on the App Store', 'Hero image', 'HERO IMAGE'])(
    'knows "%s"',
    (line) => {
      expect(isFurniture(line)).toBe(true);
    },
  );

  it.each(['Image', 'Particle.news says', 'The hero image', 'Download', ''])(
    'leaves "%s" to the story',
    (line) => {
      expect(isFurniture(line)).toBe(false);
    },
  );

  it('knows which of them names the site', () => {
    expect(namesSite('particle.NEWS')).toBe(true);
    expect(namesSite('Hero image')).toBe(false);
  });
});

describe('knownHeading', () => {
  it.each([
    ['Overview', 'overview'],
    ['Translated Overview', 'overview'],
    ['Opposite Sides', 'story'],
    ['The 5 Ws', 'story'],
    ['The Five Ws', 'story'],
    ["Explain Like I'm 5", 'story'],
    ['Explain Like I’m Five', 'story'],
    ['Podcast Clips', 'story'],
    ['Political Spectrum', 'story'],
    ['Quotes', 'other'],
    ['Q&A', 'other'],
    ['People', 'other'],
    ['Places', 'other'],
    ['Things', 'other'],
    ['People/Places/Things', 'other'],
    ['Topics', 'other'],
    ['Articles', 'other'],
    ['Publishers', 'other'],
  ])('knows "%s"', (line, kind) => {
    for (const form of [line, line.toLowerCase(), line.toUpperCase(), `${line}:`]) {
      expect(knownHeading(form)).toBe(kind);
    }
  });

  it.each(['An overview', 'Overview of the port', 'Quotes.', 'Image', 'Hero image', ''])(
    'does not know "%s"',
    (line) => {
      expect(knownHeading(line)).toBeNull();
    },
  );
});

describe('isBareSlot and readsAsHeading', () => {
  it('know a slot by its one word', () => {
    expect(['Image', 'IMAGE', 'Images', 'Image:', 'image of a ship'].map(isBareSlot)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it.each([
    ['What Happens Next', true],
    ["What We Don't Know Yet", true],
    ['What happens next.', false],
    ['What happens next?', false],
    ['He said:', false],
    ['“We have not won”', false],
    ['x'.repeat(60), true],
    ['x'.repeat(61), false],
  ])('read "%s" as a heading: %s', (line, isHeading) => {
    expect(readsAsHeading(line)).toBe(isHeading);
  });
});
