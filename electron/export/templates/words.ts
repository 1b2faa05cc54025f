const notInTag = /[^\p{L}\p{M}\p{N}\p{Extended_Pictographic}_/-]+/gu;

/** A text on one line. */
function onOneLine(text: string): string {
  return text.replace(/[\s\u0085]+/g, ' ').trim();
}

/**
 * A tag as Obsidian takes it, without its number sign: letters, digits, `_`, `-` and `/`, and not
 * digits alone. Empty where nothing of it can stand in one.
 *
 * @see https://help.obsidian.md/tags#Tag+format
 */
export function obsidianTag(tag: string): string {
  const steps = tag
    .replace(notInTag, '-')
    .split('/')
    .map((step) => step.replace(/-+/g, '-').replace(/^-|-$/g, ''))
    .filter((step) => step !== '');
  const name = steps.join('/');
  return /^[\p{N}/]+$/u.test(name) ? `_${name}` : name;
}

/**
 * A tag as Logseq takes it within a block: `#sea`, or `#[[North Sea]]` where it has other characters
 * than a word. Empty where nothing of it can stand in one.
 *
 * @see https://docs.logseq.com/#/page/tags
 */
export function logseqTag(tag: string): string {
  const name = logseqValue(tag);
  if (name === '') return '';
  return /^[\p{L}\p{M}\p{N}_/-]+$/u.test(name) ? `#${name}` : `#[[${name}]]`;
}

/** An underscore within a word begins no emphasis. */
const notInValue = /[[\]{}()#<>,"`^*~$\\]|::|==+|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;

/**
 * Text as the value of a Logseq property: on one line, without what would be links, tags, macros,
 * HTML, emphasis, or a comma between several values.
 *
 * @see https://docs.logseq.com/#/page/properties
 */
export function logseqValue(text: string): string {
  return onOneLine(text.replace(notInValue, ' '));
}

/** Lower-case letters and digits with hyphens between them, for names and addresses. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** Characters that YAML has no place for, though JSON does. */
const notInYaml = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/**
 * Text as a YAML string in double quotes, on one line: nothing in it is read as YAML.
 *
 * @see https://yaml.org/spec/1.2.2/#731-double-quoted-style
 */
export function yamlString(text: string): string {
  return JSON.stringify(text).replace(
    notInYaml,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * The type of an Obsidian callout in the colour of a highlight, and that colour as its metadata.
 *
 * @see https://help.obsidian.md/callouts#Supported+types
 */
const callouts: Readonly<Record<string, string>> = {
  yellow: 'question|yellow',
  green: 'success|green',
  blue: 'info|blue',
  pink: 'danger|pink',
  purple: 'example|purple',
};

/** The callout for a colour; the grey one of quotations for none. */
export function calloutOf(color: string): string {
  return callouts[color] ?? 'quote';
}
