import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { briefingSchema } from '../../../../../electron/shared/model/briefing.ts';
import { parseText } from '../../../../../electron/library/formats/text/parse-text.ts';
import { modifiedAt, parse } from '../../../../support/library/parsing.ts';

const head = 'Port Reopens\n\nAfter forty-four days ships are moving.\n\n';
const caption = 'A ship in Valmar, November 18, 2025. REUTERS/Marta Velling\n\n';
const overview = 'Overview\n\n  • One.\n  • Two.\n';
const story = `${head}${overview}`;

function withFrontMatter(...lines: readonly string[]): string {
  return ['---', ...lines, '---', story].join('\n');
}

describe('the model of a story', () => {
  it('has a value in every field', () => {
    const briefing = parse(`Particle.news\n\n${head}${caption}${overview}`, {
      pictures: ['1.jpg'],
    });
    expect(briefing).toEqual({
      headline: 'Port Reopens',
      dek: 'After forty-four days ships are moving.',
      figures: [
        {
          caption: 'A ship in Valmar, November 18, 2025.',
          credit: {
            agency: 'Reuters',
            photographer: 'Marta Velling',
            source: null,
            via: null,
            flags: [],
            verbatim: 'REUTERS/Marta Velling',
          },
          date: '2025-11-18',
          filePhoto: false,
          picture: '1.jpg',
        },
      ],
      sections: [
        {
          heading: 'Overview',
          items: [
            { kind: 'bullet', text: 'One.', marker: '•' },
            { kind: 'bullet', text: 'Two.', marker: '•' },
          ],
        },
      ],
      source: 'Particle.news',
      date: { value: '2025-11-18', provenance: 'caption', evidence: 'November 18, 2025' },
      language: null,
      furniture: ['Particle.news'],
      warnings: [],
    });
    expect(briefingSchema.safeParse(briefing).success).toBe(true);
  });

  it.each([
    ['curly quotes', '“Calm,” she said – it’s ‘slow’'],
    ['straight quotes', "\"Calm,\" she said - it's 'slow'"],
    ['U+2010 hyphens and en dashes', 'air‐defense, U.S.–Russia, 4.25%–4.50%'],
    ['double spaces', 'One  sentence.  And  another'],
    ['tabs and no-break spaces', 'One\tand\u00a0another'],
    ['dashes lost in copying', 'The PutinTrump framework'],
    ['decomposed letters', 'Zoe\u0301 in Valdore\u0301e'],
    ['zero-width and bidi marks', 'a\u200bb\u200f \u202ec\u202c'],
    ['an emoji of several parts', 'The crew 👩‍🚒👍🏽 returned'],
    ['Markdown and HTML', '**bold** <b>x</b> [a](http://b) &amp; `c`'],
  ])('keeps %s as they stand in the file', (_name, text) => {
    const briefing = parse(`${text}\n\n${text}.\n\n${text}: x\n\nOverview\n\n• ${text}.\n`);
    expect(briefing.headline).toBe(text);
    expect(briefing.dek).toBe(`${text}.`);
    expect(briefing.figures[0]?.caption).toBe(`${text}: x`);
    expect(briefing.sections[0]?.items[0]?.text).toBe(`${text}.`);
  });

  it.each([
    ['LF', '\n'],
    ['CR LF', '\r\n'],
    ['CR', '\r'],
    ['NEL', '\u0085'],
    ['U+2028', '\u2028'],
  ])('is the same with %s at the ends of lines', (_name, end) => {
    const text = `Particle.news\n\n${head}${caption}${overview}`;
    expect(parse(text.replaceAll('\n', end))).toEqual(parse(text));
  });

  it.each([
    ['without a newline at its end', story.trimEnd()],
    ['with many', `${story}\n\n\n`],
    ['with a byte order mark', `\ufeff${story}`],
    ['with spaces at the ends of its lines', story.replaceAll('\n', ' \t\n')],
    ['in UTF-16', Buffer.from(`\ufeff${story}`, 'utf16le')],
  ])('is the same %s', (_name, contents) => {
    expect(parse(contents)).toEqual(parse(story));
  });

  it('knows two spellings of one person as two', () => {
    const briefing = parse(
      'Zelensky Travels\n\nZelenskyy went.\n\nZelenskiy in Madrid. REUTERS/Susana Vera\n\n' +
        'Overview\n\n• Zelensky met him.\n',
    );
    expect(JSON.stringify(briefing).match(/Zelensk\w+/g)).toEqual([
      ...['Zelensky', 'Zelenskyy', 'Zelenskiy', 'Zelensky'],
    ]);
  });
});

describe('the front matter', () => {
  it('gives headline, source, date and language, and is no text', () => {
    const text = withFrontMatter(
      'title: Port Reopens',
      'source: Harbour desk',
      'date: 2025-11-21',
      'lang: en-gb',
    );
    expect(parse(text)).toMatchObject({
      headline: 'Port Reopens',
      dek: 'After forty-four days ships are moving.',
      source: 'Harbour desk',
      date: { value: '2025-11-21', provenance: 'front matter', evidence: '2025-11-21' },
      language: 'en-GB',
      furniture: [],
      warnings: [],
    });
  });

  it.each([
    [
      'what the site says of itself',
      `---\nsource: Desk\n---\nParticle.news\n${story}`,
      'Particle.news',
    ],
    ['the front matter', withFrontMatter('source: Desk'), 'Desk'],
    ['the front matter’s publication', withFrontMatter('publication: Desk'), 'Desk'],
    ['the front matter with quotes', withFrontMatter('source: "Desk: two"'), 'Desk: two'],
    ['nothing', story, null],
    ['nothing, where its value is empty', withFrontMatter('source:'), null],
  ])('names the source after %s', (_name, text, source) => {
    expect(parse(text).source).toBe(source);
  });

  it.each([
    ['that is wrong YAML', ['---', 'a: [b', '---']],
    ['that is a list', ['---', '- a', '---']],
    ['with a key twice', ['---', 'date: 2025-11-20', 'date: 2025-11-21', '---']],
    ['with a tab for an indent', ['---', 'a:', '\tb: c', '---']],
    ['without an end', ['---']],
  ])('%s is shown as text at the end', (_name, block) => {
    const briefing = parse([...block, story].join('\n'));
    expect(briefing).toMatchObject({
      headline: 'Port Reopens',
      warnings: [{ kind: 'front matter' }],
    });
    expect(briefing.sections.at(-1)).toEqual({
      heading: null,
      items: block.map((line) => ({ kind: 'paragraph', text: line.trim(), marker: null })),
    });
  });
});

describe('the pictures beside the file', () => {
  it.each([
    [
      ['1.jpg', '2.png'],
      ['1.jpg', '2.png', null],
    ],
    [
      ['01.JPEG', '002.webp', '3.gif'],
      ['01.JPEG', '002.webp', '3.gif'],
    ],
    [
      ['10.jpg', '1.jpg.txt', 'a1.jpg', '1.svg', '.jpg', '0.jpg'],
      [null, null, null],
    ],
    [[], [null, null, null]],
  ])('%j belong to the figures with their numbers', (pictures, expected) => {
    const text = `${head}Image\n${caption.trim()}\nImage\n\n${overview}`;
    expect(parse(text, { pictures }).figures.map(({ picture }) => picture)).toEqual(expected);
  });
});

describe('the language', () => {
  it.each([
    ['uk', 'Бібліотека Озерії відкрила архів листів\n\nЛистоноша сховав їх у скрині.\n'],
    ['ar', 'جمهورية مرسال تفتتح أول مدرسة عائمة\n\nتبحر السفينة كل أسبوع.\n'],
    ['he', 'הנמל נפתח מחדש\n\nהאוניות זזות.\n'],
    ['ja', '港が再び開く\n\n四十四日ぶりに船が動いている。\n'],
    [null, 'À Bellerive, le Sénat sauve les vignes\n\nAprès deux nuits de débats.\n'],
    [null, 'Akçapınar Adaları Arasında Feribot\n\nSeferler sürüyor.\n'],
  ])('is %s where the script tells it', (language, text) => {
    const briefing = parse(`Particle.news\n\n${text}\nImage\n\nOverview\n\n• ${text}`);
    expect(briefing).toMatchObject({ language, headline: text.split('\n')[0], warnings: [] });
    expect(briefing.figures).toHaveLength(1);
  });

  it('is the front matter’s where that names one, and not where it names none', () => {
    expect(parse(withFrontMatter('language: fr')).language).toBe('fr');
    expect(parse(withFrontMatter('language: "?!"')).language).toBeNull();
  });
});

describe('a warning', () => {
  const russian = Buffer.from('cff0e8e2e5f22c20eceef0e520eee6e8e2e0e5f2', 'hex');

  it.each([
    ['nothing for a story', story, []],
    ['an empty file', '', ['empty']],
    ['a blank file', '\n \t\r\n\u00a0\n', ['empty']],
    ['front matter only', '---\nsource: Desk\n---\n', ['empty']],
    ['a letter', 'Dear Ida\n\nThe ferries are late again.\n', ['no story']],
    ['a story without a headline', overview, ['no headline']],
    ['another encoding', Buffer.concat([Buffer.from(story), russian]), ['encoding guessed']],
    [
      'a wrong byte',
      Buffer.concat([Buffer.from(`${story}–é–é–`), Buffer.of(0xff)]),
      ['encoding guessed'],
    ],
    ['wrong front matter', `---\n[\n---\n${story}`, ['front matter']],
    ['two things', `---\n[\n---\n${overview}`, ['no headline', 'front matter']],
  ])('is said of %s', (_name, contents, kinds) => {
    const { warnings } = parse(contents);
    expect(warnings.map(({ kind }) => kind)).toEqual(kinds);
    for (const { message } of warnings) expect(message).toMatch(/^[A-Z].*\.$/);
  });

  it('comes with a headline after the file’s name', () => {
    expect(parse('', { fileName: '001_port.reopens.txt' }).headline).toBe('001_port.reopens');
    expect(parse(overview, { fileName: 'port.txt' }).headline).toBe('port');
  });
});

describe('what is no text', () => {
  it.each([
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d494844520000000100000001080200', 'hex')],
    ['NULs', new Uint8Array(1000)],
  ])('is a problem: %s', (_name, bytes) => {
    const file = { bytes, fileName: 'a.txt', modifiedAt, pictures: [] };
    expect(parseText(file)).toEqual({
      ok: false,
      problem: { kind: 'unreadable', message: 'a.txt is not a text file.' },
    });
  });
});
