import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { type KeptRoot, readKeptRoots } from './roots/kept-root.ts';
import { defaultSettings, type Settings, settingsSchema } from './shared/model/settings.ts';
import { type WindowPlace, windowPlaceSchema } from './window-place.ts';

/** The version of the file that this program writes; it leaves newer ones alone. */
export const settingsVersion = 1;

/** What the settings file holds. */
export interface KeptSettings {
  readonly settings: Settings;
  readonly window: WindowPlace | null;
  /** The folders of the library; `null` where none were ever kept. */
  readonly roots: readonly KeptRoot[] | null;
}

/** What was found at the file's place. */
export type SettingsFile =
  | { readonly kind: 'absent' }
  | { readonly kind: 'read'; readonly kept: KeptSettings }
  | { readonly kind: 'broken' };

const absent: SettingsFile = { kind: 'absent' };
const broken: SettingsFile = { kind: 'broken' };

const fileSchema = z.looseObject({
  version: z.int().check(z.gte(1), z.lte(settingsVersion)),
});

function chooseValid(fields: Readonly<Record<string, unknown>>): Settings {
  const chosen: Record<string, unknown> = { ...defaultSettings };
  for (const [name, schema] of Object.entries(settingsSchema.shape)) {
    const checked = schema.safeParse(fields[name]);
    if (checked.success) chosen[name] = checked.data;
  }
  return settingsSchema.parse(chosen);
}

function refusePrototype(key: string, value: unknown): unknown {
  if (key === '__proto__') throw new SyntaxError('settings set no prototypes');
  return value;
}

/**
 * Reads the text of a settings file. A field that is missing or out of bounds takes its own
 * default; a file that is no object of a known version, or that sets a prototype, is broken.
 */
export function parseSettingsFile(text: string): SettingsFile {
  let content: unknown;
  try {
    content = JSON.parse(text, refusePrototype);
  } catch {
    return broken;
  }
  const checked = fileSchema.safeParse(content);
  if (!checked.success) return broken;
  const window = windowPlaceSchema.safeParse(checked.data['window']);
  return {
    kind: 'read',
    kept: {
      settings: chooseValid(checked.data),
      window: window.success ? window.data : null,
      roots: readKeptRoots(checked.data['roots']),
    },
  };
}

/** Reads the settings file. One that cannot be opened or is not UTF-8 is broken. */
export function readSettingsFile(file: string): SettingsFile {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? absent : broken;
  }
  try {
    return parseSettingsFile(
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
    );
  } catch {
    return broken;
  }
}
