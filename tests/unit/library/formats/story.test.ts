import { describe, expect, it } from 'vitest';
import { splitLines, toLines } from '../../../../electron/library/formats/lines.ts';
import { readStory, type Story } from '../../../../electron/library/formats/story.ts';

function read(text: string, headline: string | null = null): Story {
  return readStory(toLines(splitLines(text)), headline);
}

/** The sections as lines: a heading between brackets, an item behind its marker. */
function outlineOf({ sections }: Story): readonly string[] {
  return sections.flatMap(({ heading, items }) => [
    `[${heading ?? ''}]`,
    ...items.map(({ kind, marker, text }) =>
      kind === 'bullet' ? `${marker ?? '+'} ${text}` : text,
    ),
  ]);
}

const head = 'Port Reopens\n\nAfter forty-four days ships are moving.\n\n';
const media = 'A ship in Valmar, November 18, 2025. REUTERS/Marta Velling';
const overview = 'Overview\n\n  • One.\n  • Two.\n';

describe('the start of a story', () => {
  it.each([
    ['furniture before it', `Particle.news\nDownload on the App Store\n\n${head}${overview}`],
    ['a blank line between headline and dek', `${head}${overview}`],
    [
      'no blank line between them',
      `Port Reopens\nAfter forty-four days ships are moving.\n\n${overview}`,
    ],
    ['no blank line at all', `Port Reopens\nAfter forty-four days ships are moving.\n${overview}`],
    [
      'a caption right under them',
      `Port Reopens\nAfter forty-four days ships are moving.\n${media}\n\n${overview}`,
    ],
    ['many blank lines', `\n\n\t\nPort Reopens\n\n\n\n${head.slice(14)}\n\n\n${overview}`],
    ['furniture under the headline', `Port Reopens\nParticle.news\n\n${head.slice(14)}${overview}`],
  ])('is its headline and its dek, with %s', (_name, text) => {
    expect(read(text)).toMatchObject({
      headline: 'Port Reopens',
      dek: 'After forty-four days ships are moving.',
      sections: [{ heading: 'Overview' }],
      isStory: true,
    });
  });

  it('is only its headline where a block of several lines follows: they are captions', () => {
    const story = read(`Port Reopens\n\nBoats wait.\nShips at dusk\n\n${overview}`);
    expect(story).toMatchObject({ headline: 'Port Reopens', dek: null });
    expect(story.captions.map(({ text }) => text)).toEqual(['Boats wait.', 'Ships at dusk']);
  });

  it.each([
    ['a headline with a full stop', 'The Port Reopens.', null],
    ['a headline that is a question', 'Will the Port Reopen?', null],
    ['a headline in capitals', 'PORT REOPENS', null],
    ['a headline that begins with a number', '44 Days Later', null],
    ['a dek without a full stop', 'Port Reopens', 'Ships are moving again'],
    ['a dek of two sentences', 'Port Reopens', 'Ships are moving. So are trains.'],
  ])('may be %s', (_name, headline, dek) => {
    const story = read(`${headline}\n\n${dek === null ? '' : `${dek}\n\n`}${media}\n\n${overview}`);
    expect(story).toMatchObject({ headline, dek, captions: [{ credit: { agency: 'Reuters' } }] });
  });

  it.each([
    ['an overview', overview],
    ['a credited caption', `${media}\n\n${overview}`],
    ['a slot', `Image\n\n${overview}`],
    ['a bullet', '• One.\n'],
  ])('has no dek where %s follows the headline', (_name, rest) => {
    expect(read(`Port Reopens\n\n${rest}`)).toMatchObject({ headline: 'Port Reopens', dek: null });
  });

  it.each([
    ['an overview', overview],
    ['a bullet', '• One.\n'],
    ['a slot', `Image\n\n${overview}`],
    ['a caption', `${media}\n\n${overview}`],
  ])('has no headline where %s is first', (_name, text) => {
    expect(read(text).headline).toBeNull();
  });

  it('takes a first line of 300 code units for a headline, and a longer one for a paragraph', () => {
    const long = 'Port '.repeat(60).trim().padEnd(300, 's');
    expect(read(`${long}\n\n${overview}`).headline).toBe(long);
    const story = read(`${long}s\n\n${overview}`);
    expect(story.headline).toBeNull();
    expect(JSON.stringify(story)).toContain(`${long}s`);
  });

  it('takes the headline from the front matter where there is one', () => {
    expect(read(`Port Reopens\n\n${overview}`, 'Port Reopens')).toMatchObject({
      headline: 'Port Reopens',
      furniture: [],
    });
    expect(read(`${head}${overview}`, 'Another Headline')).toMatchObject({
      headline: 'Another Headline',
      dek: 'After forty-four days ships are moving.',
      furniture: ['Port Reopens'],
    });
    expect(read(overview, 'Another Headline').headline).toBe('Another Headline');
    const captioned = read(
      `A Dek\n\nBoats wait.\nShips at dusk\n\n${overview}`,
      'Another Headline',
    );
    expect(captioned).toMatchObject({ dek: 'A Dek', captions: [{}, {}], furniture: [] });
  });
});

describe('the pictures of a story', () => {
  it.each([
    ['first', ['Image', media, media]],
    ['in the middle', [media, 'Image', media]],
    ['last', [media, media, 'Image']],
    ['twice', ['Image', media, 'Image']],
    ['alone', ['Image', 'Image', 'Image']],
    ['missing', [media]],
  ])('keep their order with a bare slot %s', (_name, lines) => {
    const { captions } = read(`${head}${lines.join('\n')}\n\n${overview}`);
    expect(captions.map(({ text }) => text)).toEqual(
      lines.map((line) => (line === 'Image' ? null : 'A ship in Valmar, November 18, 2025.')),
    );
  });

  it('are four where a caption occurs twice', () => {
    const { captions } = read(`${head}${[media, 'Image', media, media].join('\n')}\n\n${overview}`);
    expect(captions.map(({ credit }) => credit?.photographer ?? null)).toEqual([
      'Marta Velling',
      null,
      'Marta Velling',
      'Marta Velling',
    ]);
  });

  it.each([
    ['adjacent', '\n'],
    ['apart', '\n\n'],
  ])('include those without a credit, on lines that are %s', (_name, between) => {
    const lines = ['Boats wait in the old basin.', media, 'Ships at dusk'];
    const { captions, sections } = read(`${head}${lines.join(between)}\n\n${overview}`);
    expect(captions.map(({ text, credit }) => [text, credit === null])).toEqual([
      ['Boats wait in the old basin.', true],
      ['A ship in Valmar, November 18, 2025.', false],
      ['Ships at dusk', true],
    ]);
    expect(sections).toHaveLength(1);
  });

  it('run up to the first bullet where there is no heading', () => {
    const story = read(`${head}${media}\nBoats wait.\n\n• One.\n• Two.\n\nHero image\n`);
    expect(story.captions).toHaveLength(2);
    expect(outlineOf(story)).toEqual(['[]', '• One.', '• Two.']);
    expect(story.furniture).toEqual(['Hero image']);
  });

  it('are none in a page of 2024', () => {
    const story = read(`${head}• One.\n• Two.\n\nHero image`);
    expect(story).toMatchObject({ captions: [], dek: 'After forty-four days ships are moving.' });
    expect(outlineOf(story)).toEqual(['[]', '• One.', '• Two.']);
  });

  it('are those that say so in a page that ends with them', () => {
    const story = read(`Particle.news\n${head}${media}\nImage\nAnd so it ended.\n`);
    expect(story.captions.map(({ text }) => text)).toEqual([
      'A ship in Valmar, November 18, 2025.',
      null,
    ]);
    expect(outlineOf(story)).toEqual(['[]', 'And so it ended.']);
  });

  it('may stand further down', () => {
    const story = read(`${head}${overview}\nImage\n`);
    expect(story.captions).toEqual([{ text: null, credit: null, day: null, filePhoto: false }]);
    expect(outlineOf(story)).toEqual(['[Overview]', '• One.', '• Two.']);
  });
});

describe('the sections of a story', () => {
  it.each([
    ['Opposite Sides'],
    ['The 5 Ws'],
    ["Explain Like I'm 5"],
    ['Explain Like I’m 5'],
    ['Quotes'],
    ['Q&A'],
    ['People/Places/Things'],
    ['People'],
    ['Places'],
    ['Things'],
    ['Topics'],
    ['Articles'],
    ['Publishers'],
    ['Podcast Clips'],
    ['Political Spectrum'],
    ['EXPLAIN LIKE I’M 5'],
    ['quotes'],
  ])('include %s, with bullets and paragraphs', (heading) => {
    const story = read(`${head}${overview}\n${heading}\n\n• Three.\nFour.\nFive?\n`);
    expect(outlineOf(story)).toEqual([
      ...['[Overview]', '• One.', '• Two.'],
      ...[`[${heading}]`, '• Three.', 'Four.', 'Five?'],
    ]);
  });

  it('take bare lines for bullets in an overview only', () => {
    const story = read(
      `${head}OVERVIEW\nOne.\nTwo\n\nTranslated Overview\n\nUn.\n\nTopics\n\nTrade\n`,
    );
    expect(outlineOf(story)).toEqual([
      ...['[OVERVIEW]', '+ One.', '+ Two'],
      ...['[Translated Overview]', '+ Un.', '[Topics]', 'Trade'],
    ]);
  });

  it.each([0, 1, 3, 5, 12])('have any number of bullets: %d', (count) => {
    const bullets = Array.from({ length: count }, (_, index) => `  • Bullet ${String(index)}`);
    const story = read(`${head}Overview\n\n${bullets.join('\n')}\n`);
    expect(story.sections[0]?.items).toHaveLength(count);
  });

  it('keep nested bullets as bullets, each with its own marker', () => {
    const story = read(`${head}Overview\n• One.\n    ◦ One and a half.\n\t\t▪ Deeper.\n• Two.\n`);
    expect(outlineOf(story)).toEqual([
      '[Overview]',
      ...['• One.', '◦ One and a half.', '▪ Deeper.', '• Two.'],
    ]);
  });

  it('open at an unknown heading that stands alone before bullets', () => {
    const story = read(`${head}${overview}\nWhat Happens Next\n\n• Three.\n`);
    expect(outlineOf(story).slice(3)).toEqual(['[What Happens Next]', '• Three.']);
  });

  it.each([
    ['ends as a sentence', 'Nobody knows.'],
    ['is long', `Nobody knows ${'really '.repeat(10)}well`],
  ])('do not open at a line that %s', (_name, line) => {
    const story = read(`${head}${overview}\n${line}\n\n• Three.\n`);
    expect(story.sections).toHaveLength(1);
    expect(outlineOf(story)).toContain(`+ ${line.trim()}`);
  });

  it('keep a heading that has nothing under it', () => {
    expect(outlineOf(read(`${head}${overview}\nQuotes\n`)).slice(3)).toEqual(['[Quotes]']);
  });

  it('end at nothing: furniture in the middle interrupts none', () => {
    const story = read(`${head}Overview\n• One.\nHero image\n• Two.\n`);
    expect(outlineOf(story)).toEqual(['[Overview]', '• One.', '• Two.']);
    expect(story.furniture).toEqual(['Hero image']);
  });
});

describe('a text that is no story', () => {
  it('is a first line and paragraphs', () => {
    const story = read('Dear Ida\n\nThe ferries are late again.\nSo am I.\n');
    expect(story).toMatchObject({ headline: 'Dear Ida', dek: null, captions: [], isStory: false });
    expect(outlineOf(story)).toEqual(['[]', 'The ferries are late again.', 'So am I.']);
  });

  it('is a letter that has a list far down', () => {
    const lines = Array.from({ length: 7 }, (_, index) => `Paragraph ${String(index)} of it.`);
    const story = read(`Dear Ida\n\n${lines.join('\n\n')}\n\n- bread\n- salt\n`);
    expect(story).toMatchObject({ isStory: false, captions: [] });
    expect(outlineOf(story).slice(-2)).toEqual(['- bread', '- salt']);
  });

  it('is empty where there are no lines', () => {
    expect(read('\n \n')).toEqual({
      ...{ headline: null, dek: null, captions: [], sections: [], furniture: [] },
      ...{ namesSite: false, isStory: false },
    });
  });
});
