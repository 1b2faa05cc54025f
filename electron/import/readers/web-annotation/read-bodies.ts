import { textOfHtml } from '../../../inbox/text-of-html.ts';
import { fieldOf, textField, textsOf, valuesOf } from '../values/json-value.ts';

/** What the bodies of an annotation say. */
export interface Bodies {
  /** Markdown. */
  readonly note: string;
  readonly tags: readonly string[];
  /** What a body says of a colour, as some readers of books write it. */
  readonly colors: readonly unknown[];
}

/** The text of a body, or its address where it has none. */
function valueOf(body: unknown): string | null {
  if (typeof body === 'string') return body;
  const source = fieldOf(body, 'source');
  return (
    textField(body, 'value') ??
    textField(body, 'chars') ??
    textField(source, 'value') ??
    textField(body, 'source') ??
    textField(source, 'id') ??
    textField(body, 'id')
  );
}

function isTag(body: unknown, motivations: readonly string[]): boolean {
  const purposes = textsOf(fieldOf(body, 'purpose'));
  const reasons = purposes.length > 0 ? purposes : motivations;
  return reasons.length > 0 && reasons.every((one) => one === 'tagging' || one === 'oa:tagging');
}

function noteOf(body: unknown): readonly string[] {
  const value = valueOf(body);
  if (value === null) return [];
  return [fieldOf(body, 'format') === 'text/html' ? textOfHtml(value) : value];
}

/** Of a choice between bodies, the first. */
function chosen(body: unknown): unknown {
  return fieldOf(body, 'type') === 'Choice' ? valuesOf(fieldOf(body, 'items'))[0] : body;
}

/** The bodies of an annotation: several comments are one note, a blank line between two. */
export function readBodies(annotation: unknown): Bodies {
  const motivations = textsOf(fieldOf(annotation, 'motivation'));
  const bodies = [
    ...valuesOf(fieldOf(annotation, 'body')).map(chosen),
    ...textsOf(fieldOf(annotation, 'bodyValue')),
  ];
  const comments = bodies.filter((body) => !isTag(body, motivations));
  const tags = bodies.filter((body) => isTag(body, motivations));
  return {
    note: comments.flatMap(noteOf).join('\n\n'),
    tags: [
      ...tags.map(valueOf).filter((tag) => tag !== null),
      ...bodies.flatMap((body) => textsOf(fieldOf(body, 'tag'))),
    ],
    colors: bodies.map((body) => fieldOf(body, 'color')),
  };
}
