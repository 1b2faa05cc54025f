import type { AnnotationDraft } from '../../electron/shared/model/annotation.ts';
import type { DesktopApi } from '../desktop-api.ts';

/** How the words that were typed stand. */
export type Saving =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly message: string };

/** How long after the last key a note is stored, and how long after a failure it is tried again. */
const delays = { typing: 500, retry: 5_000 } as const;

/**
 * Holds drafts until the main process has acknowledged them. A draft leaves the queue only when
 * exactly its state is on the disk, so a failure keeps the words, and the next try sends them.
 */
export class NoteQueue {
  readonly #api: DesktopApi;
  readonly #pending = new Map<string, AnnotationDraft>();
  readonly #onChange: (saving: Saving) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;
  #failure: string | null = null;

  constructor(api: DesktopApi, onChange: (saving: Saving) => void) {
    this.#api = api;
    this.#onChange = onChange;
  }

  /** Drafts that are not on the disk yet, by annotation id. */
  get pending(): ReadonlyMap<string, AnnotationDraft> {
    return this.#pending;
  }

  /** Takes a new state of an annotation; it is stored half a second after the last one. */
  add(draft: AnnotationDraft): void {
    this.#pending.set(draft.id, draft);
    this.#announce();
    this.#schedule(delays.typing);
  }

  /** Lets the drafts on a briefing be on another one: its file moved, and its id with it. */
  move(from: string, to: string): void {
    for (const [id, draft] of this.#pending) {
      if (draft.briefingId === from) this.#pending.set(id, { ...draft, briefingId: to });
    }
  }

  /** Forgets the draft of an annotation that is being deleted. */
  forget(id: string): void {
    this.#pending.delete(id);
    if (this.#pending.size === 0) this.#failure = null;
    this.#announce();
  }

  /** Stores all that is pending, and what is typed meanwhile; `true` when nothing is left. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    // Whoever waited for one run shares the next: the first to go on starts it.
    while (this.#running !== undefined) await this.#running;
    if (this.#pending.size === 0) return true;
    this.#running = this.#storeAll().finally(() => (this.#running = undefined));
    await this.#running;
    return this.#pending.size === 0;
  }

  async #storeAll(): Promise<void> {
    this.#failure = null;
    this.#announce();
    let failure: string | null = null;
    while (this.#pending.size > 0 && failure === null) failure = await this.#storeEach();
    this.#failure = failure;
    this.#announce();
    if (failure !== null) this.#schedule(delays.retry);
  }

  /** Tries each pending draft once; the last failure, if any. */
  async #storeEach(): Promise<string | null> {
    let failure: string | null = null;
    for (const id of [...this.#pending.keys()]) {
      const draft = this.#pending.get(id);
      // Deleted while it waited for its turn.
      if (draft === undefined) continue;
      const problem = await this.#store(draft);
      if (problem !== null) failure = problem;
      else if (this.#pending.get(id) === draft) this.#pending.delete(id);
    }
    return failure;
  }

  async #store(draft: AnnotationDraft): Promise<string | null> {
    try {
      const result = await this.#api.saveAnnotation(draft);
      return result.ok ? null : result.problem.message;
    } catch (error) {
      return error instanceof Error ? error.message : 'The note could not be handed over.';
    }
  }

  #schedule(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), delay);
  }

  #announce(): void {
    if (this.#failure !== null) this.#onChange({ kind: 'failed', message: this.#failure });
    else this.#onChange(this.#pending.size > 0 ? { kind: 'saving' } : { kind: 'saved' });
  }
}
