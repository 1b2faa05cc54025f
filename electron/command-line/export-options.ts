import { InvalidArgumentError } from 'commander';
import { type Color, colorSchema } from '../shared/model/annotation.ts';
import { isoDaySchema } from '../shared/model/briefing.ts';
import { type ExportFormat, exportFormatSchema } from '../shared/model/export.ts';
import { normaliseTag } from '../shared/model/tag.ts';

function partsOf(value: string): readonly string[] {
  return value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Reads the value of `--format`. @throws what the command line says of a wrong argument. */
export function readFormat(value: string): ExportFormat {
  const format = exportFormatSchema.safeParse(value);
  if (format.success) return format.data;
  const formats = exportFormatSchema.options.join(', ');
  throw new InvalidArgumentError(`There is no format “${value}”. The formats are ${formats}.`);
}

/** Reads the value of `--colors`. @throws what the command line says of a wrong argument. */
export function readColors(value: string): readonly Color[] {
  return partsOf(value).map((name) => {
    const color = colorSchema.safeParse(name.toLowerCase());
    if (color.success) return color.data;
    const colors = colorSchema.options.join(', ');
    throw new InvalidArgumentError(`There is no colour “${name}”. The colours are ${colors}.`);
  });
}

/** Reads the value of `--tags`. @throws what the command line says of a wrong argument. */
export function readTags(value: string): readonly string[] {
  return partsOf(value).map((name) => {
    const tag = normaliseTag(name);
    if (tag !== null) return tag;
    throw new InvalidArgumentError(`“${name}” is no tag.`);
  });
}

/** Reads a day. @throws what the command line says of a wrong argument. */
export function readDay(value: string): string {
  const day = isoDaySchema.safeParse(value);
  if (day.success) return day.data;
  throw new InvalidArgumentError('It is a day, such as 2026-03-31.');
}
