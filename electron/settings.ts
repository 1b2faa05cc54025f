import path from 'node:path';
import Store from 'electron-store';
import { setAside } from './notes/set-aside.ts';
import type { KeptRoot, RootKeeper } from './roots/kept-root.ts';
import { defaultSettings, keptPlaces, type Settings } from './shared/model/settings.ts';
import { type KeptSettings, readSettingsFile, settingsVersion } from './settings-file.ts';
import type { WindowPlace } from './window-place.ts';

const nothingKept: KeptSettings = { settings: defaultSettings, window: null, roots: null };

/** Some settings with new values. */
export type SettingsChange = { readonly [Name in keyof Settings]?: Settings[Name] | undefined };

/**
 * What the reader chose and where they were. Small and replaceable: a change that cannot be
 * written counts until the app ends and is reported on standard error.
 */
export interface SettingsStore extends RootKeeper {
  readSettings(): Settings;
  changeSettings(change: SettingsChange): Settings;
  /** Calls `listener` after each change; returns the unsubscribe. */
  onChanged(listener: (settings: Settings) => void): () => void;
  /** Where the window stood last, or `null` before the first time. */
  readWindowPlace(): WindowPlace | null;
  keepWindowPlace(place: WindowPlace): void;
  /** Writes what is not written yet. */
  close(): void;
}

/** The settings, and where the old file is now if it could not be read. */
export interface OpenedSettings {
  readonly settings: SettingsStore;
  readonly setAside: string | null;
}

/** How long changes that come with every scroll or drag are gathered, in milliseconds. */
const gatheringTime = 1000;

/** Fields that change while one reads. */
const frequentFields: ReadonlySet<string> = new Set(['places', 'lastBriefing']);

interface SettingsWriter {
  write(kept: KeptSettings): void;
}

function createWriter(directory: string): SettingsWriter {
  // Never `clearInvalidConfig`: an unreadable file was set aside before this opens the store.
  const store = new Store<Record<string, unknown>>({ cwd: directory, name: 'settings' });
  return {
    write: ({ settings, window, roots }) => {
      store.store = {
        version: settingsVersion,
        ...settings,
        ...(window && { window }),
        ...(roots && { roots }),
      };
    },
  };
}

function applyChange(settings: Settings, change: SettingsChange): Settings {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  const changed: Settings = { ...settings, ...Object.fromEntries(given) };
  return { ...changed, places: changed.places.slice(-keptPlaces) };
}

class GatheringSettings implements SettingsStore {
  #kept: KeptSettings;
  #timer: NodeJS.Timeout | null = null;
  readonly #listeners = new Set<(settings: Settings) => void>();
  readonly #writer: SettingsWriter;

  constructor(kept: KeptSettings, writer: SettingsWriter) {
    this.#kept = kept;
    this.#writer = writer;
  }

  readSettings(): Settings {
    return this.#kept.settings;
  }

  changeSettings(change: SettingsChange): Settings {
    const settings = applyChange(this.#kept.settings, change);
    this.#kept = { ...this.#kept, settings };
    if (Object.keys(change).every((name) => frequentFields.has(name))) this.#writeSoon();
    else this.#write();
    for (const listener of this.#listeners) listener(settings);
    return settings;
  }

  onChanged(listener: (settings: Settings) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  readWindowPlace(): WindowPlace | null {
    return this.#kept.window;
  }

  keepWindowPlace(place: WindowPlace): void {
    this.#kept = { ...this.#kept, window: place };
    this.#writeSoon();
  }

  readRoots(): readonly KeptRoot[] | null {
    return this.#kept.roots;
  }

  keepRoots(roots: readonly KeptRoot[]): void {
    this.#kept = { ...this.#kept, roots };
    this.#write();
  }

  close(): void {
    if (this.#timer !== null) this.#write();
  }

  #writeSoon(): void {
    this.#timer ??= setTimeout(() => this.#write(), gatheringTime);
  }

  #write(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    try {
      this.#writer.write(this.#kept);
    } catch (error) {
      console.error(`Settings could not be written: ${String(error)}`);
    }
  }
}

/**
 * Opens the settings in `directory`. A file that cannot be read is set aside and reported, and the
 * defaults are used.
 *
 * @throws where the broken file cannot be moved out of the way.
 */
export function openSettings(directory: string): OpenedSettings {
  const file = path.join(directory, 'settings.json');
  const found = readSettingsFile(file);
  const movedTo = found.kind === 'broken' ? setAside(file, Date.now()) : null;
  const kept = found.kind === 'read' ? found.kept : nothingKept;
  return { settings: new GatheringSettings(kept, createWriter(directory)), setAside: movedTo };
}
