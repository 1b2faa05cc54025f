/** An entry of a BibTeX file, as this small parser reads it. */
export interface BibtexEntry {
  readonly kind: string;
  readonly key: string;
  /** The fields without their outer braces, as they are written. */
  readonly fields: Readonly<Record<string, string>>;
}

/** The index behind the brace that closes the one at `start`. BibTeX knows no escaped braces. */
function endOfBraces(text: string, start: number): number {
  let depth = 0;
  for (let index = start; index < text.length; index += 1) {
    if (text[index] === '{') depth += 1;
    if (text[index] === '}') depth -= 1;
    if (depth === 0) return index + 1;
  }
  throw new Error(`A brace at ${start} is not closed.`);
}

function parseFields(body: string): Readonly<Record<string, string>> {
  const fields: Record<string, string> = {};
  let rest = body.trim();
  while (rest !== '') {
    const [start = '', name = ''] = /^(\w+)\s*=\s*(?=\{)/.exec(rest) ?? [];
    if (start === '' || name in fields) throw new Error(`No field begins: ${rest.slice(0, 40)}`);
    const end = endOfBraces(rest, start.length);
    fields[name] = rest.slice(start.length + 1, end - 1);
    rest = rest.slice(end).replace(/^\s*,\s*/, '');
  }
  return fields;
}

/** The entries of a BibTeX file that has nothing else in it. */
export function parseBibtex(text: string): readonly BibtexEntry[] {
  const entries: BibtexEntry[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const [start = '', kind = '', key = ''] = /^@(\w+)\{([\w-]+),/.exec(rest) ?? [];
    if (start === '') throw new Error(`No entry begins: ${rest.slice(0, 40)}`);
    const end = endOfBraces(rest, kind.length + 1);
    entries.push({ kind, key, fields: parseFields(rest.slice(start.length, end - 1)) });
    rest = rest.slice(end).trim();
  }
  return entries;
}

const commands: Readonly<Record<string, string>> = {
  textbackslash: '\\',
  textbraceleft: '{',
  textbraceright: '}',
  textasciitilde: '~',
  textasciicircum: '^',
};

/** What LaTeX prints for a field's value; throws for a character that it would not print. */
export function printedBy(value: string): string {
  return value.replace(
    /\{\\([a-z]+)\}|\\([$&%#_])|([\\{}~^$&%#_])/g,
    (all, command?: string, escaped?: string) => {
      const text = command === undefined ? escaped : commands[command];
      if (text === undefined) throw new Error(`LaTeX does not print ${all} in ${value}.`);
      return text;
    },
  );
}
