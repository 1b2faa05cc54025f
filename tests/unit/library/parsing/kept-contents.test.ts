import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { toKeptContents } from '../../../../electron/library/parsing/kept-contents.ts';
import type { KeptContents } from '../../../../electron/library/parsing/parsed-file.ts';
import type { Briefing } from '../../../../electron/shared/model/briefing.ts';
import { parse } from '../../../support/library/parsing.ts';

function kept(briefing: Briefing): KeptContents {
  return toKeptContents(briefing, JSON.stringify(briefing));
}

const text = `Müller Travels to İstanbul

The dek says Ёлка.

A ship, November 18, 2025. REUTERS/Marta Velling/Pool
The quay. (AP Photo/Ada Lorne)
The bridge. REUTERS/Ada Lorne

Overview

• Ships are moving again after the salvage.
• 港口重新开放
`;

describe('what the catalog keeps', () => {
  it('is the briefing, deflated', () => {
    const briefing = parse(text);
    const { briefing: deflated } = kept(briefing);
    expect(JSON.parse(inflateRawSync(deflated).toString())).toEqual(briefing);
    expect(deflated.buffer.byteLength).toBe(deflated.length);
  });

  it('is the briefing of a large one too', () => {
    const briefing = parse(text + '• It was announced once more.\n'.repeat(20_000));
    expect(JSON.parse(inflateRawSync(kept(briefing).briefing).toString())).toEqual(briefing);
  });

  it('are the folded words by where they stand', () => {
    expect(kept(parse(text)).words).toEqual({
      headline: 'muller travels to istanbul',
      text: 'the dek says елка overview ships are moving again after the salvage 港 口 重 新 开 放',
      caption: 'a ship november 18 2025 the quay the bridge',
      credit: 'reuters marta velling pool ap photo ada lorne reuters ada lorne',
    });
  });

  it('are agencies, language and whether there are pictures', () => {
    const briefing = parse(text, { pictures: ['2.jpg'] });
    expect(kept(briefing)).toMatchObject({
      agencies: ['reuters', 'ap'],
      language: null,
      hasImage: true,
    });
    expect(kept({ ...parse(text), language: 'en-GB' })).toMatchObject({
      language: 'en',
      hasImage: false,
    });
  });
});

describe('the key of a story', () => {
  const { storyKey } = kept(parse(text));

  it('is the same for a copy, whatever its dek, captions, glyphs, case and punctuation', () => {
    expect(storyKey).toMatch(/^[0-9a-f]{32}$/);
    const copy = `MULLER travels to istanbul

Overview

- Ships are moving – again – after the salvage
- 港口重新开放
`;
    expect(kept(parse(copy)).storyKey).toBe(storyKey);
  });

  it('is another one for another word', () => {
    expect(kept(parse(text.replace('salvage', 'rescue'))).storyKey).not.toBe(storyKey);
    expect(kept(parse(text.replace('Travels', 'Flies'))).storyKey).not.toBe(storyKey);
  });

  it.each([
    ['without words', '', null],
    ['of seven words', 'One two three\n\n• Four five six seven.\n', null],
    ['of eight words', 'One two three\n\n• Four five six seven eight.\n', expect.any(String)],
  ])('of a text %s is %s', (_name, short, expected) => {
    const briefing = short === '' ? { ...parse(''), headline: '' } : parse(short);
    expect(kept(briefing).storyKey).toEqual(expected);
  });
});
