import { describe, expect, it } from 'vitest';
import { previewTemplate } from '../../../../electron/export/templates/preview-template.ts';
import { firstEntry, writingOptions } from './writing.ts';

function preview(source: string, withText = false): ReturnType<typeof previewTemplate> {
  return previewTemplate(source, firstEntry(), writingOptions({ withText }));
}

describe('a template of the reader’s', () => {
  it.each([
    '{{ briefing.constructor.name }}',
    '{{ briefing.__proto__ }}',
    '{{ briefing["__proto__"]["toString"] }}',
    '{{ annotations.map }}',
    '{{ annotations[0].hasOwnProperty }}',
    "{{ ''.constructor }}",
    "{{ ''.constructor.constructor }}",
    "{% assign name = '' %}{{ name.constructor }}",
    "{{ annotations | map: 'constructor' }}",
    "{{ annotations | map: '__proto__' | first }}",
    "{{ annotations | where: 'constructor' | size | minus: 0 | replace: '0', '' }}",
    "{% assign name = 'constructor' %}{{ briefing[name] }}",
    '{{ briefing }}',
  ])('sees nothing but its variables: %s', (source) => {
    expect(preview(source)).toEqual({ kind: 'made', text: '' });
  });

  it.each(['process', 'globalThis', 'require', 'this', 'self', 'constructor', 'import'])(
    'has no variable %s',
    (name) => {
      expect(preview(`\n {{ ${name}.env }}`)).toEqual({
        kind: 'faulty',
        message: `There is no variable “${name}”.`,
        line: 2,
        column: 5,
      });
    },
  );

  it.each(['include', 'render', 'layout', 'block', 'tablerow'])('has no tag %s', (tag) => {
    expect(preview(`{% ${tag} '/etc/passwd' %}`)).toMatchObject({
      message: `There is no tag “${tag}”.`,
      line: 1,
      column: 1,
    });
  });

  it.each(['strip_html', 'sample', 'date_to_string', 'where_exp', 'base64_decode', 'constructor'])(
    'has no filter %s',
    (filter) => {
      expect(preview(`Notes\n\n  {{ tags | ${filter} }}`)).toMatchObject({
        message: `There is no filter “${filter}”.`,
        line: 3,
        column: 3,
      });
    },
  );

  it.each([
    ['a\n  {% if tags %}', '“{% if tags %}” is not closed.', 2, 3],
    ['{{ tags', '“{{ tags” is not closed.', 1, 1],
    ['a\nb {% for %}{% endfor %}', '“{% for %}” is not written as that tag is.', 2, 3],
    ['{{ tags | marked: "word" }}', null, 1, 1],
    ['{% if tags == %}{% endif %}{% endif %}', null, 1, 28],
  ])('is told what is wrong and where: %s', (source, message, line, column) => {
    expect(preview(source)).toMatchObject({
      kind: 'faulty',
      message: message ?? (expect.stringMatching(/^[A-ZT“].*\.$/u) as string),
      line,
      column,
    });
  });

  const tooMuch = /more of the briefing than a template may|longer than a template may/;
  const doubled = (tag: string): string => `{% assign x = 'ab' %}${tag.repeat(40)}{{ x | size }}`;

  it.each([
    ['a range', '{% for one in (1..100000000) %}x{% endfor %}'],
    [
      'loops in loops',
      '{% for a in (1..5000) %}{% for b in (1..5000) %}{% for c in (1..5000) %}{% endfor %}{% endfor %}{% endfor %}',
    ],
    ['text put behind itself', doubled('{% assign x = x | append: x %}')],
    ['text caught twice', doubled('{% capture x %}{{ x }}{{ x }}{% endcapture %}')],
    ['text replaced by itself', doubled("{% assign x = x | replace: 'a', x | replace: 'b', x %}")],
    [
      'lists put together',
      `{% assign l = 'a,b' | split: ',' %}${'{% assign l = l | concat: l %}'.repeat(40)}`,
    ],
    [
      'a list of long texts',
      "{% assign x = 'a' %}{% for i in (1..16) %}{% assign x = x | append: x %}{% endfor %}{% assign l = 'a,b' | split: ',' | push: x %}{% for i in (1..12) %}{% assign l = l | concat: l %}{% endfor %}{{ l }}",
    ],
    [
      'long lists of blanks',
      "{% assign x = ' ' %}{% for i in (1..21) %}{% assign x = x | append: x %}{% endfor %}{{ x | escape_markdown }}{{ x | escape_wiki }}{{ x | code }}{{ x | logseq_value }}{{ x }}{{ x }}{{ x }}{{ x }}",
    ],
    [
      'much text',
      '{% for a in (1..3000) %}{% for b in (1..3000) %}{{ briefing.headline }}{% endfor %}{% endfor %}',
    ],
  ])('ends with %s', (_name, source) => {
    expect(preview(source)).toMatchObject({
      kind: 'faulty',
      message: expect.stringMatching(tooMuch) as string,
      line: 1,
    });
  });

  it('can be nested too deeply to be read, and says so', () => {
    const deep = '{% if tags %}'.repeat(7_000);
    expect(preview(deep).kind).toBe('faulty');
  });

  it('uses our filters with whatever is given to them', () => {
    const names = ['escape_markdown', 'escape_wiki', 'code', 'yaml', 'slug', 'obsidian_tag'];
    const more = ['logseq_tag', 'logseq_value', 'callout', 'indent', 'hang', 'quote', 'date'];
    const values = ['nil', '7', 'true', 'briefing', 'annotations', 'tags', "''", '(1..3)'];
    for (const name of [...names, ...more])
      for (const value of values)
        for (const given of ['', ': nil', ': -1', ': briefing', ": '%Y'"])
          expect(preview(`{{ ${value} | ${name}${given} }}`).kind).toBe('made');
  });
});
