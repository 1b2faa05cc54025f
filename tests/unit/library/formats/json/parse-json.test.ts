import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../../../electron/library/formats/json/parse-json.ts';
import { type Briefing, briefingSchema } from '../../../../../electron/shared/model/briefing.ts';
import type { Problem } from '../../../../../electron/shared/model/problem.ts';
import type { Result } from '../../../../../electron/shared/result.ts';
import { modifiedAt, parseSeed } from '../../../../support/library/parsing.ts';
import { seedExpectations } from '../../../../fixtures/seed-expectations.ts';

const fixtures = path.resolve(import.meta.dirname, '../../../../fixtures/formats/json');

function parseText(text: string, fileName = 'a.json'): Promise<Result<Briefing, Problem>> {
  const bytes = new TextEncoder().encode(text);
  return parseJson({ bytes, fileName, modifiedAt, pictures: [] });
}

async function parse(value: unknown, fileName = 'a.json'): Promise<Briefing> {
  const parsed = await parseText(JSON.stringify(value), fileName);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return parsed.value;
}

async function problemOf(text: string): Promise<string> {
  const parsed = await parseText(text);
  if (parsed.ok) throw new Error('It could be read.');
  return parsed.problem.message;
}

function said(reason: string): string {
  return `a.json cannot be shown as a briefing. ${reason} Mend it there; to read the file as it is, give its name the ending .txt.`;
}

describe('a briefing as JSON', () => {
  it('is what the example says', async () => {
    const text = readFileSync(path.join(fixtures, 'port.json'), 'utf8');
    const expected: unknown = JSON.parse(
      readFileSync(path.join(fixtures, 'port.expected.json'), 'utf8'),
    );
    const parsed = await parseText(text);
    expect(parsed).toEqual({ ok: true, value: expected });
    expect(briefingSchema.safeParse(expected).success).toBe(true);
  });

  it('needs a headline and nothing else', async () => {
    expect(await parse({ headline: ' Port\nReopens ' })).toEqual({
      headline: 'Port Reopens',
      dek: null,
      figures: [],
      sections: [],
      source: null,
      date: { value: '2025-11-20', provenance: 'file time', evidence: null },
      language: null,
      furniture: [],
      warnings: [],
    });
  });

  it.each(seedExpectations)('is what the command line prints of $file', async ({ file }) => {
    const briefing = parseSeed(file);
    expect(await parse(briefing)).toEqual(briefing);
  });

  it.each([
    ['the date that it gives', { date: '2025-11-21' }, 'front matter', '2025-11-21'],
    ['the file name', {}, 'file name', '2025-11-22'],
  ])('has %s', async (_name, fields, provenance, value) => {
    const { date } = await parse({ headline: 'A', ...fields }, '2025-11-22.json');
    expect(date).toMatchObject({ provenance, value });
  });

  it('has the day of the newest caption, or a day in the text next to it', async () => {
    const figures = [{ caption: 'A ship, November 18, 2025. REUTERS/Ada Lorne' }];
    expect((await parse({ headline: 'A', figures })).date).toMatchObject({
      value: '2025-11-18',
      provenance: 'caption',
    });
    const sections = [{ items: ['It reopened on Nov. 19.'] }];
    expect((await parse({ headline: 'A', figures, sections })).date).toMatchObject({
      value: '2025-11-19',
      provenance: 'inferred',
    });
    expect((await parse({ headline: 'A', figures, date: null })).date).toBeNull();
  });

  it('has the language of its script where it names none', async () => {
    expect((await parse({ headline: '港が再び開く' })).language).toBe('ja');
    expect((await parse({ headline: '港が再び開く', language: null })).language).toBeNull();
    expect((await parse({ headline: 'Port', language: 'EN-gb' })).language).toBe('en-GB');
  });

  it.each([
    'http://example.org/a.jpg',
    '//example.org/a.jpg',
    '/etc/a.jpg',
    '../a.jpg',
    './../a.jpg',
    './a/../../b.jpg',
    'C:\\a.jpg',
    'embedded:0',
    '..',
    'data:image/png;base64,AAAA',
  ])('has no picture at %s, and says so', async (picture) => {
    const { figures, warnings } = await parse({ headline: 'A', figures: [{ picture }] });
    expect(figures[0]?.picture).toBeNull();
    expect(warnings).toEqual([
      {
        kind: 'left out',
        message: `Pictures that do not lie beside the file are left out: ${picture}.`,
      },
    ]);
  });

  it('names the fields that it leaves out, each once', async () => {
    const text =
      '{"headline":"A","__proto__":{"polluted":true},"constructor":1,"sections":[{"x":1},{"x":2}]}';
    const parsed = await parseText(text);
    expect(parsed).toMatchObject({
      value: {
        warnings: [
          {
            kind: 'left out',
            message: 'Fields that are not known are left out: __proto__, constructor, sections.x.',
          },
        ],
      },
    });
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it('reads other encodings', async () => {
    const bytes = Buffer.from('\ufeff{"headline":"Überall"}', 'utf16le');
    const file = { bytes, fileName: 'a.json', modifiedAt, pictures: [] };
    expect(await parseJson(file)).toMatchObject({ value: { headline: 'Überall' } });
  });
});

describe('a fault', () => {
  it.each([
    ['', 'It is no valid JSON: there is a fault at its end.'],
    ['{"headline":"A"', 'It is no valid JSON: there is a fault in line 1, column 16.'],
    ['{\n  "headline": A\n}', 'It is no valid JSON: there is a fault at the character A.'],
    [
      `{\n  "headline": "A",\n  "dek" "${'x'.repeat(200)}"\n}`,
      'It is no valid JSON: there is a fault in line 3, column 9.',
    ],
    ['[]', 'It is a list. Save each briefing as a file of its own.'],
    ['1', 'At its top there has to be an object.'],
    ['null', 'At its top there has to be an object.'],
    ['{}', 'At headline there has to be a text.'],
    ['{"headline":" "}', 'At headline there has to be a text that is not empty.'],
    ['{"headline":"A","dek":1}', 'At dek there has to be a text.'],
    ['{"headline":"A","date":"19 Nov"}', 'At date there has to be a day as YYYY-MM-DD.'],
    ['{"headline":"A","date":"2025-02-30"}', 'At date there has to be a day of the calendar.'],
    ['{"headline":"A","sections":{}}', 'At sections there has to be a list.'],
    [
      '{"headline":"A","sections":[{},{"items":["a",{"kind":"bullet"}]}]}',
      'At sections[1].items[1].text there has to be a text.',
    ],
    [
      '{"headline":"A","sections":[{"items":[{"text":"a","kind":"song"}]}]}',
      'At sections[0].items[0].kind there has to be one of "bullet", "paragraph", "quote", "code", "row".',
    ],
    [
      '{"headline":"A","sections":[{"level":9}]}',
      'At sections[0].level there has to be a number up to 6.',
    ],
    [
      '{"headline":"A","sections":[{"items":[{"text":"abc","links":[{"start":2,"end":9,"target":"x"}]}]}]}',
      'At sections[0].items[0].links there have to be places inside of the text, one after the other.',
    ],
    [
      '{"headline":"A","sections":[{"items":[{"text":"abc","cells":[{"start":2,"end":3,"isHeading":true},{"start":0,"end":1,"isHeading":true}]}]}]}',
      'At sections[0].items[0].cells there have to be places inside of the text, one after the other.',
    ],
  ])('in %s is named with its place', async (text, reason) => {
    expect(await problemOf(text)).toBe(said(reason));
  });

  it.each([
    ['lists', '['.repeat(10_000), ']'.repeat(10_000)],
    ['objects', '{"a":'.repeat(10_000), '1' + '}'.repeat(10_000)],
    ['unclosed lists', '['.repeat(1_000_000), ''],
  ])('is nesting of %s', async (_name, start, end) => {
    expect(await problemOf(start + end)).toBe(said('It is nested too deeply for a briefing.'));
  });

  it('is a list of millions of values', async () => {
    const text = `{"headline":"A","furniture":[${'"",'.repeat(3_000_000)}""]}`;
    expect(await problemOf(text)).toBe(said('It has too many values for a briefing.'));
  });

  it('does not come from brackets and quotes in a text', async () => {
    const headline = `${'[{"\\'.repeat(1000)},`;
    expect((await parse({ headline })).headline).toBe(headline);
  });
});

describe('anything', { timeout: 60_000 }, () => {
  it('is a valid briefing or a problem', async () => {
    const value = fc.json({ maxDepth: 5 });
    const near = fc
      .record(
        {
          headline: fc.string(),
          dek: fc.jsonValue(),
          date: fc.oneof(fc.string(), fc.jsonValue()),
          figures: fc.array(fc.record({ caption: fc.string(), credit: fc.string() })),
          sections: fc.array(
            fc.record({ items: fc.array(fc.oneof(fc.string(), fc.record({ text: fc.string() }))) }),
          ),
        },
        { requiredKeys: ['headline'] },
      )
      .map((one) => JSON.stringify(one));
    await fc.assert(
      fc.asyncProperty(fc.oneof(value, near, fc.string()), async (text) => {
        const parsed = await parseText(text);
        if (parsed.ok) expect(briefingSchema.safeParse(parsed.value).success).toBe(true);
        else expect(parsed.problem.message).toMatch(/^a\.json /);
      }),
      { numRuns: 500 },
    );
  });
});
