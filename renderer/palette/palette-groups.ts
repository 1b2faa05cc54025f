import type { LibraryRow } from '../../electron/shared/model/listing.ts';
import { fold } from '../../electron/shared/search/fold.ts';
import type { PaletteEntry } from '../state/palette-store.ts';
import type { View } from '../state/views.ts';
import { shortDay } from '../ui/day.ts';
import { fuzzyFilter } from './fuzzy.ts';
import type { PaletteChoice } from './palette-events.ts';

/** A command as the palette shows it. */
export interface PaletteCommand {
  readonly command: string;
  readonly label: string;
  /** Its keys; empty where it has none. */
  readonly shown: readonly string[];
}

/** One option of the palette. */
export interface PaletteOption extends PaletteEntry {
  readonly choice: PaletteChoice;
  readonly keys: readonly string[];
}

export interface PaletteGroup {
  readonly label: string;
  readonly options: readonly PaletteOption[];
}

/** What the palette chooses from. */
export interface PaletteSources {
  readonly commands: readonly PaletteCommand[];
  readonly views: readonly View[];
  readonly briefings: readonly LibraryRow[];
  readonly recents: readonly PaletteEntry[];
}

/** As many views are shown where something is typed. */
const mostViews = 6;

function fromCommand({ command, label, shown }: PaletteCommand): PaletteOption {
  const choice = { kind: 'command', value: command } as const;
  return { key: `command ${command}`, label, detail: '', keys: shown, choice };
}

function fromView({ label, query }: View): PaletteOption {
  const choice = { kind: 'view', value: query } as const;
  return { key: `view ${query}`, label, detail: 'View', keys: [], choice };
}

function fromBriefing({ id, headline, source, fileName, date }: LibraryRow): PaletteOption {
  const day = date === null ? [] : [shortDay(date.value)];
  const detail = [source ?? fileName, ...day].join(' · ');
  const choice = { kind: 'briefing', value: id } as const;
  return { key: `briefing ${id}`, label: headline, detail, keys: [], choice };
}

/** An entry that was chosen before; its key says what it leads to. */
function fromRecent(entry: PaletteEntry, commands: readonly PaletteCommand[]): PaletteOption {
  const space = entry.key.indexOf(' ');
  const [kind, value] = [entry.key.slice(0, space), entry.key.slice(space + 1)];
  const keys = commands.find(({ command }) => command === value)?.shown ?? [];
  if (kind === 'command') return { ...entry, keys, choice: { kind, value } };
  if (kind === 'view') return { ...entry, keys: [], choice: { kind, value } };
  return { ...entry, keys: [], choice: { kind: 'briefing', value } };
}

/** The options in their groups; what is recent comes first as long as nothing is typed. */
export function paletteGroups(typed: string, sources: PaletteSources): readonly PaletteGroup[] {
  const isEmpty = typed.trim() === '';
  const recents = isEmpty ? sources.recents.map((one) => fromRecent(one, sources.commands)) : [];
  const known = new Set(recents.map(({ key }) => key));
  const fresh = (options: readonly PaletteOption[]) => options.filter(({ key }) => !known.has(key));
  const commands = fuzzyFilter(sources.commands.map(fromCommand), typed, ({ label }) => label);
  const views = fuzzyFilter(sources.views.map(fromView), typed, ({ label }) => label);
  const ofCommands = { label: 'Commands', options: fresh(commands) };
  const others = [
    { label: 'Views', options: isEmpty ? fresh(views) : views.slice(0, mostViews) },
    { label: 'Briefings', options: sources.briefings.map(fromBriefing) },
  ];
  // Commands that only have the letters here and there come after what has the words.
  const isCommand = commands.some(({ label }) => fold(label).includes(fold(typed).trim()));
  const groups = isCommand ? [ofCommands, ...others] : [...others, ofCommands];
  return [{ label: 'Recent', options: recents }, ...groups].filter(
    ({ options }) => options.length > 0,
  );
}
