/**
 * What the W3C Web Annotation Data Model demands (its sentences with MUST), as far as it is about what
 * notes are made of.
 *
 * @see https://www.w3.org/TR/annotation-model/
 */

type Json = Readonly<Record<string, unknown>>;

const context = 'http://www.w3.org/ns/anno.jsonld';

const motivations = [
  'assessing',
  'bookmarking',
  'classifying',
  'commenting',
  'describing',
  'editing',
  'highlighting',
  'identifying',
  'linking',
  'moderating',
  'questioning',
  'replying',
  'tagging',
];

/** The types of the model and those that it borrows, which its context knows. */
const resourceTypes = ['Dataset', 'Image', 'Video', 'Sound', 'Text'];

/** The fields that the model gives each type; what is beside them needs a prefix that is declared. */
const knownFields: Readonly<Record<string, readonly string[]>> = {
  AnnotationCollection: ['@context', 'label', 'total', 'first', 'last', 'generator'],
  AnnotationPage: ['partOf', 'items', 'next', 'prev', 'startIndex'],
  Annotation: ['motivation', 'created', 'modified', 'stylesheet', 'body', 'bodyValue', 'target'],
  TextualBody: ['purpose', 'format', 'language', 'value'],
  SpecificResource: ['source', 'selector', 'styleClass', 'state', 'purpose'],
  TextQuoteSelector: ['exact', 'prefix', 'suffix', 'refinedBy'],
  TextPositionSelector: ['start', 'end', 'refinedBy'],
  FragmentSelector: ['value', 'conformsTo', 'refinedBy'],
};

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly unknown[]) : [value];
}

/** Gathers what is wrong, each with the place where it is. */
class Faults {
  readonly found: string[] = [];

  demand(holds: boolean, place: string, fault: string): void {
    if (!holds) this.found.push(`${place}: ${fault}`);
  }

  iri(value: unknown, place: string): void {
    const isIri = typeof value === 'string' && /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(value);
    this.demand(isIri, place, 'must be exactly one IRI');
  }

  dateTime(value: unknown, place: string): void {
    const isTime =
      value === undefined ||
      (typeof value === 'string' &&
        /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(value) &&
        !Number.isNaN(Date.parse(value)));
    this.demand(isTime, place, 'must be an xsd:dateTime in UTC');
  }

  type(value: Json, name: string, place: string): void {
    this.demand(list(value.type).includes(name), place, `must have the type ${name}`);
    const known = ['id', 'type', ...(knownFields[name] ?? [])];
    const strange = Object.keys(value).filter((key) => !known.includes(key) && !key.includes(':'));
    this.demand(
      strange.length === 0,
      place,
      `has fields that the model has not: ${strange.join()}`,
    );
  }
}

function checkSelector(faults: Faults, selector: unknown, place: string): void {
  if (!isObject(selector)) {
    faults.demand(false, place, 'must be an object');
    return;
  }
  const name = String(selector.type);
  faults.type(selector, name, place);
  const offset = (field: unknown): boolean => Number.isInteger(field) && Number(field) >= 0;
  switch (name) {
    case 'TextQuoteSelector':
      faults.demand(typeof selector.exact === 'string', place, 'must have exactly one exact');
      for (const side of [selector.prefix, selector.suffix]) {
        faults.demand(side === undefined || typeof side === 'string', place, 'has a wrong context');
      }
      break;
    case 'TextPositionSelector':
      faults.demand(offset(selector.start), place, 'must have exactly one start');
      faults.demand(offset(selector.end), place, 'must have exactly one end');
      break;
    case 'FragmentSelector':
      faults.demand(typeof selector.value === 'string', place, 'must have exactly one value');
      if (selector.conformsTo !== undefined) faults.iri(selector.conformsTo, `${place}.conformsTo`);
      break;
    default:
      faults.demand(false, place, `has a type that is no selector: ${name}`);
  }
  for (const refining of list(selector.refinedBy)) {
    checkSelector(faults, refining, `${place}.refinedBy`);
  }
}

function checkTarget(faults: Faults, target: unknown, place: string): void {
  if (!isObject(target)) {
    faults.iri(target, place);
    return;
  }
  faults.type(target, 'SpecificResource', place);
  const { source } = target;
  if (isObject(source)) faults.iri(source.id, `${place}.source`);
  else faults.iri(source, `${place}.source`);
  for (const name of list(target.styleClass)) {
    faults.demand(typeof name === 'string', place, 'has a class that is no text');
  }
  for (const selector of list(target.selector)) {
    checkSelector(faults, selector, `${place}.selector`);
  }
}

function checkBody(faults: Faults, body: unknown, place: string): void {
  if (!isObject(body)) {
    faults.iri(body, place);
    return;
  }
  faults.type(body, 'TextualBody', place);
  faults.demand(typeof body.value === 'string', place, 'must have exactly one value');
  for (const purpose of list(body.purpose)) {
    faults.demand(motivations.includes(String(purpose)), place, 'has an unknown purpose');
  }
}

function checkAnnotation(faults: Faults, annotation: unknown, place: string): void {
  if (!isObject(annotation)) {
    faults.demand(false, place, 'must be an object');
    return;
  }
  faults.iri(annotation.id, `${place}.id`);
  faults.type(annotation, 'Annotation', place);
  faults.demand(list(annotation.target).length > 0, place, 'must have a target');
  faults.dateTime(annotation.created, `${place}.created`);
  faults.dateTime(annotation.modified, `${place}.modified`);
  for (const motivation of list(annotation.motivation)) {
    faults.demand(motivations.includes(String(motivation)), place, 'has an unknown motivation');
  }
  if (annotation.stylesheet !== undefined) faults.iri(annotation.stylesheet, `${place}.stylesheet`);
  for (const body of list(annotation.body)) checkBody(faults, body, `${place}.body`);
  for (const target of list(annotation.target)) checkTarget(faults, target, `${place}.target`);
}

/** A field with a prefix must have one that the context declares. */
function checkPrefixes(faults: Faults, value: unknown, prefixes: readonly string[]): void {
  if (Array.isArray(value)) for (const one of value) checkPrefixes(faults, one, prefixes);
  if (!isObject(value)) return;
  for (const [key, field] of Object.entries(value)) {
    const [prefix = '', name] = key.split(':');
    const isDeclared = name === undefined || prefixes.includes(prefix);
    faults.demand(isDeclared, key, 'has a prefix that is not declared');
    if (key !== '@context') checkPrefixes(faults, field, prefixes);
  }
}

/** Where a collection does not do what the model demands; empty for a valid one. */
export function faultsOfCollection(collection: unknown): readonly string[] {
  const faults = new Faults();
  if (!isObject(collection)) return ['the collection must be an object'];
  const contexts = list(collection['@context']);
  faults.demand(contexts.includes(context), '@context', `must have ${context}`);
  faults.iri(collection.id, 'id');
  faults.type(collection, 'AnnotationCollection', 'collection');
  const { first, total } = collection;
  const page = isObject(first) ? first : {};
  faults.iri(page.id, 'first.id');
  faults.type(page, 'AnnotationPage', 'first');
  faults.demand(Array.isArray(page.items), 'first', 'must have items');
  const items = list(page.items);
  faults.demand(total === items.length, 'total', 'must be the number of annotations');
  for (const [index, item] of items.entries()) checkAnnotation(faults, item, `items[${index}]`);
  const ids = items.map((item) => (isObject(item) ? item.id : null));
  faults.demand(new Set(ids).size === ids.length, 'items', 'must have ids of their own');
  for (const resource of list(collection['readout:briefings'])) {
    const type = isObject(resource) ? String(resource.type) : '';
    faults.demand(resourceTypes.includes(type), 'readout:briefings', 'has an unknown type');
  }
  const prefixes = contexts.filter(isObject).flatMap((one) => Object.keys(one));
  checkPrefixes(faults, collection, prefixes);
  return faults.found;
}
