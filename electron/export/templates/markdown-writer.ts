import type { EntrySource, FormatWriter } from '../format-writer.ts';
import { entryRenderer, type TemplateChoice } from './render-entry.ts';
import type { TemplateFault } from './template-fault.ts';

/** Between two briefings: a rule. */
const rule = '\n---\n\n';

function errorOf({ message, line, column }: TemplateFault): Error {
  return new Error(
    line === null || column === null
      ? `The template does not work. ${message}`
      : `The template does not work, line ${line}, column ${column}. ${message}`,
  );
}

/** Each value, and whether it is the only one of all. */
async function* withAlone<Value>(
  values: AsyncIterable<Value>,
): AsyncGenerator<{ readonly value: Value; readonly isAlone: boolean }> {
  let first: { readonly value: Value } | null = null;
  let count = 0;
  for await (const value of values) {
    count += 1;
    if (count === 1) first = { value };
    else {
      if (first !== null) yield { ...first, isAlone: false };
      first = null;
      yield { value, isAlone: false };
    }
  }
  if (first !== null) yield { ...first, isAlone: true };
}

/** Entries as one Markdown file, with a rule between two. Rejects where the template fails. */
export function markdownWriter(choice: TemplateChoice): FormatWriter {
  return async function* writeMarkdown(entries: EntrySource, options) {
    const renderer = entryRenderer(choice);
    if (!renderer.ok) throw errorOf(renderer.problem);
    let isFirst = true;
    for await (const { value, isAlone } of withAlone(entries())) {
      const made = renderer.value(value, options, isAlone);
      if (!made.ok) throw errorOf(made.problem);
      if (made.value === '') continue;
      yield isFirst ? made.value : rule + made.value;
      isFirst = false;
    }
  };
}
