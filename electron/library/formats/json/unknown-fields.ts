import {
  cellSchema,
  creditSchema,
  linkSchema,
  warningSchema,
  briefingDateSchema,
} from '../../../shared/model/briefing.ts';
import {
  writtenBriefingSchema,
  writtenFigureSchema,
  writtenItemSchema,
  writtenSectionSchema,
} from './written-briefing.ts';

/** The fields of an object, and what those that are objects or lists of them hold. */
interface Fields {
  readonly names: ReadonlySet<string>;
  readonly inside: Readonly<Record<string, Fields>>;
}

function fields(
  { shape }: { readonly shape: object },
  inside: Readonly<Record<string, Fields>> = {},
): Fields {
  return { names: new Set(Object.keys(shape)), inside };
}

const briefingFields = fields(writtenBriefingSchema, {
  date: fields(briefingDateSchema),
  figures: fields(writtenFigureSchema, { credit: fields(creditSchema) }),
  sections: fields(writtenSectionSchema, {
    items: fields(writtenItemSchema, { links: fields(linkSchema), cells: fields(cellSchema) }),
  }),
  warnings: fields(warningSchema),
});

function collect(value: unknown, known: Fields, path: string, found: Set<string>): void {
  if (Array.isArray(value)) {
    for (const one of value) collect(one, known, path, found);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    const place = path === '' ? name : `${path}.${name}`;
    const inside = Object.hasOwn(known.inside, name) ? known.inside[name] : undefined;
    if (!known.names.has(name)) found.add(place);
    else if (inside !== undefined) collect(inner, inside, place, found);
  }
}

/** The fields that the schema does not know, each once, by paths without indexes: `sections.note`. */
export function unknownFields(value: unknown): readonly string[] {
  const found = new Set<string>();
  collect(value, briefingFields, '', found);
  // The address of the schema is how editors find it.
  found.delete('$schema');
  return [...found];
}
