import { commandSchema } from '../../electron/shared/model/command.ts';
import type { PaletteChoice } from '../palette/palette-events.ts';
import type { CommandRunner } from './command-runner.ts';
import type { Stores } from './stores.ts';

/** Does what was chosen in the palette. */
export function choosePaletteEntry(
  { kind, value }: PaletteChoice,
  { library, reader, screen }: Stores,
  runner: CommandRunner,
): void {
  switch (kind) {
    case 'command':
      runner.run(commandSchema.parse(value));
      return;
    case 'view':
      screen.show('reading');
      void library.setFilter({ view: value, text: '' });
      return;
    case 'briefing':
      screen.show('reading');
      void reader.open(value);
  }
}
