import type { Annotation, Bookmark, Color, Target } from '../model/annotation.ts';
import { briefingPrefix, colorSheet, markPrefix, partFragments } from './web-annotation-terms.ts';

/** Where a passage stands by characters, as the model counts; `null` where that is not known. */
export type CharacterPosition = (
  target: Extract<Target, { readonly kind: 'passage' }>,
) => { readonly start: number; readonly end: number } | null;

type Json = Readonly<Record<string, unknown>>;

/** Milliseconds since the Unix epoch as an `xsd:dateTime` in UTC; none for what is no time. */
function moment(name: string, time: number): Json {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? {} : { [name]: date.toISOString() };
}

function bodiesOf({ note, tags }: Annotation): readonly Json[] {
  const comment = { type: 'TextualBody', purpose: 'commenting', format: 'text/markdown' };
  return [
    ...(note === '' ? [] : [{ ...comment, value: note }]),
    ...tags.map((tag) => ({ type: 'TextualBody', purpose: 'tagging', value: tag })),
  ];
}

/** Why a mark was made. One that has nothing but its target counts as a highlight. */
function motivationOf({ color, note, tags }: Annotation): string | readonly string[] {
  const motivations = [
    ...(color === null ? [] : ['highlighting']),
    ...(note === '' ? [] : ['commenting']),
    ...(tags.length === 0 ? [] : ['tagging']),
  ];
  const [first = 'highlighting'] = motivations;
  return motivations.length > 1 ? motivations : first;
}

function quoteSelector(exact: string): Json {
  return { type: 'TextQuoteSelector', exact };
}

function partSelector(part: string): Json {
  return { type: 'FragmentSelector', conformsTo: partFragments, value: part };
}

/**
 * The position as characters, as the model wants it, and as the app's code units where these are
 * others. Where the characters are not known, both are code units.
 */
function positionSelector(
  target: Extract<Target, { readonly kind: 'passage' }>,
  characters: CharacterPosition,
): Json {
  const { start, end } = target.position;
  const counted = characters(target) ?? { start, end };
  const isSame = counted.start === start && counted.end === end;
  return {
    type: 'TextPositionSelector',
    start: counted.start,
    end: counted.end,
    ...(isSame ? {} : { 'readout:start': start, 'readout:end': end }),
  };
}

function selectorsOf(target: Target, characters: CharacterPosition): readonly Json[] {
  if (target.kind === 'briefing') return [];
  if (target.kind === 'part') {
    const quote = target.quote === '' ? [] : [quoteSelector(target.quote)];
    return [...quote, partSelector(target.part)];
  }
  const { exact, prefix, suffix } = target.quote;
  const position = positionSelector(target, characters);
  return [
    { ...quoteSelector(exact), prefix, suffix },
    { ...partSelector(target.part), refinedBy: position },
  ];
}

function targetOf(
  briefingId: string,
  target: Target,
  color: Color | null,
  characters: CharacterPosition,
): Json {
  const selectors = selectorsOf(target, characters);
  const isPassage = target.kind === 'passage';
  return {
    type: 'SpecificResource',
    source: briefingPrefix + briefingId,
    ...(selectors.length === 0 ? {} : { selector: selectors }),
    ...(color === null ? {} : { styleClass: color }),
    ...(isPassage && target.fingerprint !== null
      ? { 'readout:fingerprint': target.fingerprint }
      : {}),
    ...(isPassage && target.repeated ? { 'readout:repeated': true } : {}),
  };
}

/**
 * An annotation in the W3C Web Annotation Data Model. Its note is a body, each tag is one, in their
 * order; its colour is the class of its target.
 *
 * @see https://www.w3.org/TR/annotation-model/
 */
export function webAnnotation(annotation: Annotation, characters: CharacterPosition): Json {
  const { id, briefingId, target, color, createdAt, modifiedAt } = annotation;
  const bodies = bodiesOf(annotation);
  return {
    id: markPrefix + id,
    type: 'Annotation',
    motivation: motivationOf(annotation),
    ...moment('created', createdAt),
    ...moment('modified', modifiedAt),
    ...(color === null ? {} : { stylesheet: colorSheet }),
    ...(bodies.length === 0 ? {} : { body: bodies }),
    target: targetOf(briefingId, target, color, characters),
  };
}

/** A bookmark in the W3C Web Annotation Data Model: an annotation without a body. */
export function webBookmark({ id, briefingId, place, createdAt }: Bookmark): Json {
  return {
    id: markPrefix + id,
    type: 'Annotation',
    motivation: 'bookmarking',
    ...moment('created', createdAt),
    target: targetOf(briefingId, place, null, () => null),
  };
}
