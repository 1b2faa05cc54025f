import type { App } from 'electron';
import * as z from 'zod/mini';
import type { AddPaths } from './roots/add-paths.ts';

/** Opens files and folders that the app is given from outside. */
export interface Opening {
  /** By their absolute paths. What is asked for before {@link begin} waits for it. */
  readonly open: (places: readonly string[]) => void;
  /** The library is there. `report` is told, in a sentence, what could not be opened. */
  readonly begin: (addPaths: AddPaths, report: (message: string) => void) => void;
}

/** Systems ask for files from the first moment on, before there is anything to open them with. */
export function createOpening(): Opening {
  const waiting: string[] = [];
  let open = (places: readonly string[]): void => {
    waiting.push(...places);
  };
  return {
    open: (places) => open(places),
    begin: (addPaths, report) => {
      const add = async (places: readonly string[]): Promise<void> => {
        const outcome = await addPaths(places);
        if (!outcome.ok) report(outcome.problem.message);
      };
      open = (places) => {
        if (places.length === 0) return;
        add(places).catch((error: unknown) => report(String(error)));
      };
      open(waiting.splice(0));
    },
  };
}

const handoverSchema = z.object({ places: z.array(z.string()) });

/**
 * Opens what the system asks the running app for: by a second start, which hands over the absolute
 * paths that it was given, and on macOS by an event, which may come before the app is ready.
 */
export function openFromOutside(app: Pick<App, 'on'>, opening: Opening): void {
  app.on('second-instance', (_event, _argv, _folder, handover) => {
    const checked = handoverSchema.safeParse(handover);
    if (checked.success) opening.open(checked.data.places);
  });
  app.on('open-file', (event, place) => {
    event.preventDefault();
    opening.open([place]);
  });
}
