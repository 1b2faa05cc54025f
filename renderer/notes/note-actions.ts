import { writeMarkdown } from '../../electron/shared/export/markdown.ts';
import type { Annotation } from '../../electron/shared/model/annotation.ts';
import type { OpenedBriefing } from '../../electron/shared/model/listing.ts';
import type { Problem } from '../../electron/shared/model/problem.ts';
import { referenceTo } from '../../electron/shared/model/reference-to.ts';
import type { Result } from '../../electron/shared/result.ts';
import type { DesktopApi } from '../desktop-api.ts';
import { CommandEvent } from '../state/command-event.ts';
import type { MessageStore } from '../state/message-store.ts';
import type { NotesStore } from '../state/notes-store.ts';
import { counted } from '../ui/count.ts';
import type { SelectionChange } from './selection-bar.ts';

/** Changes that are told to the reader with a way back. */
export class NoteActions {
  readonly #host: HTMLElement;
  readonly #notes: NotesStore;
  readonly #messages: MessageStore;

  /** @param host sends the command to undo. */
  constructor(host: HTMLElement, notes: NotesStore, messages: MessageStore) {
    this.#host = host;
    this.#notes = notes;
    this.#messages = messages;
  }

  /** Deletes one. Nothing is asked: undo brings it back. */
  async remove(annotation: Annotation): Promise<void> {
    const what = annotation.note === '' ? 'Highlight' : 'Note';
    this.#tell(await this.#notes.remove(annotation.id), `${what} deleted`);
  }

  /** Changes or deletes all of these at once. Answers whether that was possible. */
  async change(annotations: readonly Annotation[], action: SelectionChange): Promise<boolean> {
    const ids = annotations.map(({ id }) => id);
    const many = counted(ids.length, 'note');
    if (action.kind === 'remove') {
      return this.#tell(await this.#notes.removeSeveral(ids), `${many} deleted`);
    }
    if (action.kind === 'color') {
      const result = await this.#notes.changeSeveral(ids, { color: action.color });
      return this.#tell(result, `Colour of ${many} changed`);
    }
    const { added, removed } = action;
    const result = await this.#notes.changeSeveral(ids, ({ tags }) => ({
      tags: [...new Set([...tags, ...added])].filter((tag) => !removed.includes(tag)),
    }));
    return this.#tell(result, `Tags of ${many} changed`);
  }

  /** Puts these on the clipboard, as they would be exported. */
  async copy(
    annotations: readonly Annotation[],
    { listing, briefing }: OpenedBriefing,
    desktop: DesktopApi,
  ): Promise<void> {
    const marks = { annotations, bookmarks: [] };
    const entry = { reference: referenceTo(listing), briefing, marks };
    await desktop.copyText({ text: writeMarkdown([entry]) });
    this.#messages.show(`${counted(annotations.length, 'note')} copied`);
  }

  #tell(result: Result<null, Problem>, done: string): boolean {
    if (!result.ok) this.#messages.show(result.problem.message);
    else {
      const run = (): void => void this.#host.dispatchEvent(new CommandEvent('undo'));
      this.#messages.show(done, { label: 'Undo', run });
    }
    return result.ok;
  }
}
