import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { previewTemplate } from '../../../../electron/export/templates/preview-template.ts';
import { templateVariables } from '../../../../electron/export/templates/template-variables.ts';
import { firstEntry, writingOptions } from './writing.ts';

const page = readFileSync(new URL('../../../../docs/templates.md', import.meta.url), 'utf8');

/** The cells of the rows of all tables, as they are shown. */
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('\\|', '|')),
  );

const entry = firstEntry();
const variables = templateVariables(entry, writingOptions({ withText: true }), true);

/** What stands for an element of each list in the documentation. */
const elements: Readonly<Record<string, object | undefined>> = {
  briefing: variables.briefing,
  figure: variables.briefing.figures[0],
  section: variables.briefing.sections[0],
  annotation: variables.annotations[0],
  bookmark: variables.bookmarks[0],
  block: variables.text[0],
};

const documented = rows.flatMap(
  ([first = '']) => /^`([a-z_]+(?:\.[a-z_]+)?)`$/.exec(first)?.[1] ?? [],
);

describe('the documentation of templates', () => {
  it.each(Object.entries(elements))('has every member of %s and no other', (name, element) => {
    const members = documented.flatMap((path) => {
      const [of, member] = path.split('.');
      return of === name && member !== undefined ? [member] : [];
    });
    expect(members.toSorted()).toEqual(Object.keys(element ?? {}).toSorted());
  });

  it('has every variable', () => {
    for (const name of Object.keys(variables)) expect(documented).toContain(name);
  });

  it.each(documented)('has %s, which a template can use', (path) => {
    const [name = ''] = path.split('.');
    const loops: Readonly<Record<string, string>> = {
      figure: 'briefing.figures',
      section: 'briefing.sections',
      annotation: 'annotations',
      bookmark: 'bookmarks',
      block: 'text',
    };
    const loop = loops[name];
    const isFilter = rows.some((row) => row[0] === `\`${path}\`` && row.length === 4);
    if (isFilter) return;
    const use = `{% if ${path} == nil %}{% endif %}`;
    const source = loop === undefined ? use : `{% for ${name} in ${loop} %}${use}{% endfor %}`;
    expect(previewTemplate(source, entry, writingOptions())).toEqual({
      kind: 'made',
      text: '',
    });
  });

  const examples = rows.flatMap(
    ([, , example = '', result = '']): readonly (readonly [string, string])[] =>
      example.startsWith('`{{') ? [[example.slice(1, -1), result.replaceAll(/^`|`$/g, '')]] : [],
  );

  it.each(examples)('makes of %s what it says', (example, result) => {
    const made = previewTemplate(example, entry, writingOptions());
    expect(made).toEqual({ kind: 'made', text: result === '' ? '' : `${result}\n` });
  });

  it('names filters of Liquid that there are', () => {
    const list = /Those of Liquid: ([^]*?)\.\n\n/.exec(page)?.[1] ?? '';
    const names = list.match(/[a-z_]+/g) ?? [];
    expect(names.length).toBeGreaterThan(50);
    for (const name of names) {
      const made = previewTemplate(
        `{% if with_text %}{{ 1 | ${name}: 1, 1 }}{% endif %}`,
        entry,
        writingOptions(),
      );
      expect([name, made.kind]).toEqual([name, 'made']);
    }
  });

  it('begins with a template that works', () => {
    const source = /```liquid\n([^]*?)```/.exec(page)?.[1] ?? '';
    const made = previewTemplate(source, entry, writingOptions());
    expect(made).toMatchObject({
      kind: 'made',
      text: expect.stringContaining('- **Dek** 5 March 2026\n\n  > The storm is over.') as string,
    });
  });
});
