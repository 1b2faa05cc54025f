import { describe, expect, it } from 'vitest';
import type { ImportedMark } from '../../../../electron/import/imported-mark.ts';
import { readAs } from './read-fixture.ts';

const context = 'http://www.w3.org/ns/anno.jsonld';

function annotationWith(changes: Readonly<Record<string, unknown>>) {
  const target = 'https://harbour.example/ferries';
  return { '@context': context, id: 'https://a.example/1', type: 'Annotation', target, ...changes };
}

function read(document: unknown) {
  return readAs('notes.json', JSON.stringify(document));
}

function markOf(changes: Readonly<Record<string, unknown>>): ImportedMark {
  const { marks, refused } = read(annotationWith(changes));
  expect(refused).toEqual([]);
  const [mark] = marks;
  if (mark === undefined) throw new Error('There is no mark.');
  return mark;
}

const quote = { type: 'TextQuoteSelector', exact: 'left at noon' };

describe('where annotations stand', () => {
  const one = annotationWith({ bodyValue: 'One' });
  const two = annotationWith({ bodyValue: 'Two' });
  const page = { type: 'AnnotationPage', items: [one] };

  it.each([
    ['alone', one, ['One']],
    ['in a list', [one, two], ['One', 'Two']],
    ['in a page', page, ['One']],
    ['in a graph', { '@graph': [one, two] }, ['One', 'Two']],
    [
      'in the pages of a collection',
      { type: 'AnnotationCollection', first: { ...page, next: { ...page, items: [two] } } },
      ['One', 'Two'],
    ],
    ['nowhere', { type: 'AnnotationCollection', total: 0 }, []],
  ])('reads them %s', (_, document, notes) => {
    const { marks, refused } = read(document);
    expect(marks.map(({ note }) => note)).toEqual(notes);
    expect(refused).toEqual([]);
  });

  it('gives those that can be read, and says why others cannot', () => {
    const { marks, refused } = read([one, 7, { id: 'urn:x', body: 'Without a target' }, two]);
    expect(marks.map(({ note }) => note)).toEqual(['One', 'Two']);
    expect(refused).toEqual([
      { excerpt: 'Annotation 2', reason: 'It is no annotation.' },
      { excerpt: 'Without a target', reason: 'It does not say what it is on.' },
    ]);
  });
});

describe('bodies of annotations', () => {
  it.each([
    ['a text', 'A note', 'A note'],
    ['an address', 'https://a.example/post', 'https://a.example/post'],
    ['a textual body', { type: 'TextualBody', value: 'A *note*' }, 'A *note*'],
    ['HTML', { value: '<p>A <b>note</b></p><p>more', format: 'text/html' }, 'A note\n\nmore'],
    ['several', ['One', { value: 'Two' }], 'One\n\nTwo'],
    ['a choice', { type: 'Choice', items: [{ value: 'First' }, { value: 'Second' }] }, 'First'],
    ['another resource', { type: 'Video', id: 'https://a.example/v' }, 'https://a.example/v'],
    ['nothing', [null, 7, {}, []], ''],
  ])('reads %s', (_, body, note) => {
    expect(markOf({ body }).note).toBe(note);
  });

  it('reads tags by their purpose, or that of the annotation', () => {
    const tag = { type: 'TextualBody', purpose: 'tagging', value: ' #Travel / sea ' };
    expect(markOf({ body: [tag, 'A note', tag] })).toMatchObject({
      tags: ['Travel/sea'],
      note: 'A note',
    });
    expect(markOf({ motivation: 'tagging', body: 'ferries' })).toMatchObject({
      tags: ['ferries'],
      note: '',
    });
  });
});

describe('targets of annotations', () => {
  it('takes an address, or a resource, as the whole document', () => {
    const address = 'https://harbour.example/ferries';
    const whole = { target: { kind: 'briefing' }, source: { address, headline: null } };
    expect(markOf({})).toMatchObject(whole);
    expect(markOf({ target: { id: address, type: 'Text' } })).toMatchObject(whole);
    const source = { id: address, title: 'Ferries' };
    expect(markOf({ target: { source } }).source).toMatchObject({ address, headline: 'Ferries' });
  });

  it('takes the quote out of other selectors, and what refines them', () => {
    const selector = { type: 'FragmentSelector', value: 'p1', refinedBy: { ...quote, prefix: 7 } };
    const xpath = { type: 'XPathSelector', value: '/p[1]' };
    const passage = { kind: 'passage', exact: 'left at noon', prefix: '', part: null };
    expect(markOf({ target: { source: 'a:b', selector } }).target).toMatchObject(passage);
    expect(markOf({ target: { source: 'a:b', selector: [xpath, quote] } }).target).toMatchObject(
      passage,
    );
  });

  it('does not take positions that count in another text', () => {
    const position = { type: 'TextPositionSelector', start: 3, end: 9 };
    const selector = [position, { ...quote, refinedBy: position }];
    expect(markOf({ target: { source: 'a:b', selector } }).target).toMatchObject({
      position: null,
    });
  });

  it('makes a mark of each target, of which the first has the id', () => {
    const id = 'urn:uuid:0A1B2C3D-0000-4000-8000-000000000001';
    const target = ['https://a.example/1', { source: 'https://a.example/2', selector: quote }];
    const { marks } = read(annotationWith({ id, target, bodyValue: 'Both' }));
    expect(marks).toMatchObject([
      { id: '0a1b2c3d-0000-4000-8000-000000000001', note: 'Both', target: { kind: 'briefing' } },
      { id: null, note: 'Both', target: { kind: 'passage' } },
    ]);
  });

  it.each([
    ['a range alone', { type: 'RangeSelector' }],
    ['a quote without words', { ...quote, exact: ' ' }],
    ['a quote that is no text', { ...quote, exact: 7 }],
  ])('refuses %s', (_, selector) => {
    const { marks, refused } = read(annotationWith({ target: { source: 'a:b', selector } }));
    expect(marks).toEqual([]);
    expect(refused).toEqual([
      { excerpt: 'https://a.example/1', reason: 'It does not quote the words that it is on.' },
    ]);
  });
});

describe('other fields of annotations', () => {
  it.each(['https://a.example/1', '../../etc', '0a1b2c3d', 7, null, { id: 'x' }])(
    'has no id that is no UUID: %s',
    (id) => {
      expect(markOf({ id }).id).toBeNull();
    },
  );

  it.each([
    ['orange', 'yellow'],
    ['highlight-Red', 'pink'],
    ['#00ff00', 'green'],
    ['#6cf', 'blue'],
    ['#800080ff', 'pink'],
    ['#8000ff', 'purple'],
    ['#808080', null],
    ['__proto__', null],
  ])('takes %s as %s', (styleClass, color) => {
    expect(markOf({ target: { source: 'a:b', styleClass } }).color).toBe(color);
    expect(markOf({ body: { value: 'x', color: styleClass } }).color).toBe(color);
  });

  it.each([
    ['2026-03-05T10:01:02Z', Date.UTC(2026, 2, 5, 10, 1, 2)],
    ['2026-03-05T10:01:02.5+0130', Date.UTC(2026, 2, 5, 8, 31, 2, 500)],
    ['2026-03-05 10:01', Date.UTC(2026, 2, 5, 10, 1)],
    ['2026-03-05', Date.UTC(2026, 2, 5)],
    ['2026-02-29T10:00:00Z', null],
    ['2026-03-05T24:00:00Z', null],
    ['2026-03-05T10:00:00+99:00', null],
    ['5 March 2026', null],
    [1_772_704_862_000, null],
  ])('takes %s as %s', (created, createdAt) => {
    expect(markOf({ created, modified: created })).toMatchObject({
      createdAt,
      modifiedAt: createdAt,
    });
  });

  it('takes a bookmark only where nothing is said', () => {
    expect(markOf({ motivation: 'bookmarking' }).kind).toBe('bookmark');
    expect(markOf({ motivation: ['bookmarking'], bodyValue: 'Read on' }).kind).toBe('annotation');
    const target = { source: 'a:b', selector: quote };
    expect(markOf({ motivation: 'bookmarking', target }).kind).toBe('annotation');
  });
});
