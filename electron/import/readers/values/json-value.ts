/** A field of a value that was parsed from JSON; `undefined` where it is no object or has none. */
export function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}

/** A field that is a text and not empty, else `null`. */
export function textField(value: unknown, name: string): string | null {
  const field = fieldOf(value, name);
  return typeof field === 'string' && field !== '' ? field : null;
}

/** Values that may stand alone or in a list, as JSON-LD has them. */
export function valuesOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as readonly unknown[]) : [value];
}

/** The texts among values that may stand alone or in a list. */
export function textsOf(value: unknown): readonly string[] {
  return valuesOf(value).filter((one) => typeof one === 'string');
}
