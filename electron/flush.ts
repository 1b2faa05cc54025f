/** How long the page may take to store what is typed, in milliseconds. */
export const flushLimit = 5000;

/** Asks the page to store what is typed, and waits for its answer. */
export interface Flush {
  /** Resolves with whether all is stored; a page that does not answer in time counts as not. */
  ask(): Promise<boolean>;
  /** The page's answer. */
  confirm(allSaved: boolean): void;
}

/**
 * Makes the two ends of one question meet. Asking again while a question is open waits for the
 * same answer.
 *
 * @param askPage sends the question.
 * @param limit milliseconds until silence counts as "not saved".
 */
export function createFlush(askPage: () => void, limit = flushLimit): Flush {
  let open: PromiseWithResolvers<boolean> | null = null;
  return {
    ask: () => {
      if (open !== null) return open.promise;
      const question = Promise.withResolvers<boolean>();
      open = question;
      const timer = setTimeout(() => question.resolve(false), limit);
      askPage();
      return question.promise.finally(() => {
        clearTimeout(timer);
        open = null;
      });
    },
    confirm: (allSaved) => open?.resolve(allSaved),
  };
}
