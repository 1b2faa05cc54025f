/** Runs pieces of work one after another, in the order they came; a failed one stops no other. */
export type InOrder = <Value>(work: () => Value | Promise<Value>) => Promise<Value>;

/** Makes a queue of its own. */
export function createOrder(): InOrder {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    last = result.catch(() => null);
    return result;
  };
}
