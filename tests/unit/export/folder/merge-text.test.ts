import { describe, expect, it } from 'vitest';
import { mergeText } from '../../../../electron/export/folder/merge-text.ts';

const ids = ['aaaaaaaaaaaa', 'bbbbbbbbbbbb', 'cccccccccccc'] as const;

function item(index: 0 | 1 | 2, note: string, time = '10:00'): string {
  return `- **Place ${index}** · ${time} <!-- rd-${ids[index]} -->\n\n  > quote ${index}\n\n  ${note}\n`;
}

function page(items: readonly string[], headline = 'Harbour'): string {
  return `# ${headline}\n\n- Source: Wire\n\n## Notes\n\n${items.join('\n')}`;
}

const base = page([item(0, 'first'), item(1, 'second')]);

/** The text after an export again, of a file that was exported as `base`. */
function merged(mine: string, theirs: string): string {
  return mergeText(base, mine, theirs).text;
}

describe('mergeText', () => {
  it('takes what changed in the app and keeps what the reader wrote elsewhere', () => {
    const mine = `${base}\nMy own paragraph.\n`;
    const theirs = page([item(0, 'first, changed', '11:00'), item(1, 'second')], 'Harbour opens');
    expect(mergeText(base, mine, theirs)).toEqual({
      text: `${theirs}\nMy own paragraph.\n`,
      hasConflict: false,
    });
  });

  it('keeps words in the first line of a block whose time changed', () => {
    const mine = base.replace('10:00 <', '10:00 see page 3 <');
    const theirs = page([item(0, 'first', '11:00'), item(1, 'second')]);
    expect(merged(mine, theirs)).toBe(theirs.replace('11:00 <', '11:00 see page 3 <'));
  });

  it('takes the same change on both sides once', () => {
    const mine = `${base.replace('first', 'better')}more\n`;
    const theirs = base.replace('first', 'better').replace('Wire', 'Gazette');
    expect(merged(mine, theirs)).toBe(mine.replace('Wire', 'Gazette'));
  });

  it('brings new annotations to their place, behind what the reader wrote there', () => {
    const mine = base.replace('  first\n', '  first\n\n  My thought.\n');
    const theirs = page([item(0, 'first'), item(2, 'third'), item(1, 'second')]);
    const expected = theirs.replace('  first\n', '  first\n\n  My thought.\n');
    expect(merged(mine, theirs)).toBe(expected);
  });

  it('changes a block where the reader moved it', () => {
    const mine = page([item(1, 'second'), item(0, 'first')]);
    const theirs = page([item(0, 'changed', '11:00'), item(1, 'second')]);
    expect(merged(mine, theirs)).toBe(page([item(1, 'second'), item(0, 'changed', '11:00')]));
  });

  it('has a block once that was moved in the file and in the app', () => {
    const three = page([item(0, 'first'), item(1, 'second'), item(2, 'third')]);
    const mine = page([item(1, 'second'), item(2, 'third'), item(0, 'first')]);
    const theirs = page([item(2, 'third'), item(0, 'first'), item(1, 'second')]);
    const { text } = mergeText(three, mine, theirs);
    for (const id of ids) expect(text.split(`rd-${id}`)).toHaveLength(2);
  });

  it('leaves out a block that the reader deleted until it changes in the app', () => {
    const mine = page([item(1, 'second')]);
    expect(merged(mine, base.replace('Wire', 'Gazette'))).toBe(mine.replace('Wire', 'Gazette'));
    expect(merged(mine, base.replace('first', 'changed'))).toContain('  changed\n');
  });

  it('leaves it out while only the numbers of the notes change', () => {
    const numbered = (first: number): string =>
      base
        .replace('**Place 0', `**${first}. Place 0`)
        .replace('**Place 1', `**${first + 1}. Place 1`);
    const mine = numbered(1).replace(/- \*\*1\.[^]*(?=- \*\*2\.)/, '');
    expect(mergeText(numbered(1), mine, numbered(2)).text).toBe(mine.replace('**2.', '**3.'));
  });

  it('keeps a copy that the reader made of a block', () => {
    const mine = `${base}\n${item(0, 'first')}`;
    const theirs = base.replace('first', 'changed');
    expect(merged(mine, theirs)).toBe(`${theirs}\n${item(0, 'first')}`);
  });

  it.each([
    ['with CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['with a byte order mark', (text: string) => `\ufeff${text}`],
    ['without a last line feed', (text: string) => text.slice(0, -1)],
    ['with both line ends', (text: string) => text.replace('Notes\n', 'Notes\r\n')],
  ])('keeps the form of a file %s', (_, form) => {
    const theirs = base.replace('Wire', 'Gazette').replace('Harbour', 'Port');
    expect(merged(form(base.replace('second', 'My second')), theirs)).toBe(
      form(theirs.replace('second', 'My second')),
    );
    expect(merged(form(base), theirs)).toBe(form(theirs));
  });

  it('merges a file that the reader emptied, and an export that is empty', () => {
    expect(merged('', base.replace('Wire', 'Gazette'))).toContain('Gazette');
    expect(mergeText('', '', base).text).toBe(base);
    expect(mergeText(base, `${base}Mine\n`, '').text).toContain('Mine');
  });
});

describe('mergeText, where an annotation was deleted in the app', () => {
  const theirs = page([item(0, 'first')]);

  it('removes the block that the reader left as it was', () => {
    expect(merged(base.replace('first', 'My first'), theirs)).toBe(
      theirs.replace('first', 'My first'),
    );
  });

  it('marks the block that the reader wrote into', () => {
    const { text } = mergeText(base, base.replace('second', 'second and mine'), theirs);
    expect(text).toContain(`<!-- rd-${ids[1]} -->\n  - *Deleted in Readout*\n`);
    expect(text).toContain('second and mine');
    expect(mergeText(theirs, text, page([item(0, 'changed')])).text).toBe(
      text.replace('first', 'changed'),
    );
  });

  it('marks the block that the reader wrote beside', () => {
    const text = merged(`${base}\nAbout the second.\n`, theirs);
    expect(text).toContain('*Deleted in Readout*');
    expect(text).toContain('second');
    expect(text).toContain('About the second.');
  });

  it('removes a block of which the reader only took something away', () => {
    expect(merged(base.replace('  > quote 1\n', ''), theirs)).not.toContain('second');
  });

  it('takes the mark away when the annotation is restored', () => {
    const mine = base.replace('second', 'second\n  and mine');
    const marked = merged(mine, theirs);
    expect(mergeText(theirs, marked, base).text).toBe(mine);
  });

  it('marks blocks of Obsidian and Logseq in their own way', () => {
    const callout = `> [!quote] Place\n> words\n\n^rd-${ids[0]}\n`;
    expect(
      mergeText(callout, callout.replace('words', 'words\n> mine'), 'Nothing.\n').text,
    ).toContain('> [!quote] Place\n> *Deleted in Readout*\n> words\n> mine\n');
    const bullet = '- Place\n  id:: aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa\n\t- note\n';
    expect(mergeText(bullet, `${bullet}\t- mine\n`, '- Nothing\n').text).toContain(
      `aaaaaaaaaaaa\n\t- *Deleted in Readout*\n\t- note\n\t- mine\n`,
    );
  });
});

describe('mergeText, where both changed the same', () => {
  const mine = base.replace('first', 'my first');
  const theirs = base.replace('first', 'changed first');
  const conflict = [
    '  > [!warning] Changed in Readout and in this file',
    '  >',
    '  > **In this file**',
    '  >',
    '  > my first',
    '  >',
    '  > **In Readout**',
    '  >',
    '  > changed first',
    '  >',
  ].join('\n');

  it('keeps both texts, in a callout', () => {
    const result = mergeText(base, mine, theirs);
    expect(result.hasConflict).toBe(true);
    expect(result.text).toContain(`  > quote 0\n\n${conflict}\n`);
  });

  it('leaves the conflict alone while something else changes', () => {
    const { text } = mergeText(base, mine, theirs);
    const later = theirs.replace('Wire', 'Gazette');
    expect(mergeText(theirs, text, later).text).toBe(text.replace('Wire', 'Gazette'));
  });

  it('has one conflict when Readout changes again, with what the reader wrote into it', () => {
    const { text } = mergeText(base, mine, theirs);
    const edited = text.replace('> my first', '> my very first');
    const later = base.replace('first', 'changed again');
    const result = mergeText(theirs, edited, later);
    expect(result.text.match(/\[!warning\]/g)).toHaveLength(1);
    expect(result.text).toContain('> my very first');
    expect(result.text).toContain('> changed again');
    expect(result.text).not.toContain('changed first');
  });

  it('loses nothing that the reader wrote into the text of Readout', () => {
    const { text } = mergeText(base, mine, theirs);
    const edited = text.replace('> changed first', '> changed first, says who?');
    const later = mergeText(theirs, edited, base.replace('first', 'changed again')).text;
    expect(later).toContain('my first');
    expect(later).toContain('says who?');
    expect(later).toContain('changed again');
  });

  it('does not repeat a conflict that the reader settled', () => {
    const later = theirs.replace('Wire', 'Gazette');
    expect(mergeText(theirs, mine, later).text).toBe(mine.replace('Wire', 'Gazette'));
  });

  it('ends a conflict when Readout has what the reader has', () => {
    const { text } = mergeText(base, mine, theirs);
    const result = mergeText(theirs, text, mine);
    expect(result).toMatchObject({ hasConflict: false });
    expect(result.text).not.toContain('[!warning]');
    expect(result.text).toContain('  my first\n');
  });

  it('says that a note was deleted that the reader edited', () => {
    const { text } = mergeText(base, mine, base.replace('\n  first\n', ''));
    expect(text).toContain('> my first');
    expect(text).toContain('> *Nothing stands here any more.*');
  });

  it('keeps properties readable: the conflict comes behind them', () => {
    const front = (title: string): string => `---\ntitle: ${title}\nreadout: 1\n---\n\n# Notes\n`;
    const { text, hasConflict } = mergeText(front('A'), front('Mine'), front('Theirs'));
    expect(hasConflict).toBe(true);
    expect(text.startsWith('---\ntitle: Mine\nreadout: 1\n---\n')).toBe(true);
    expect(text).toContain('> title: Theirs');
    const later = mergeText(front('Theirs'), text, `${front('Theirs')}\nMore\n`).text;
    expect(later.match(/\[!warning\]/g)).toHaveLength(1);
  });

  it('keeps both texts where it is not known what was exported last', () => {
    const { text } = mergeText(null, mine, theirs);
    expect(text).toContain(conflict);
    expect(mergeText(null, base, base)).toEqual({ text: base, hasConflict: false });
  });
});
