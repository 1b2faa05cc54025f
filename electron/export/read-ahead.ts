/** How many reads are under way at once. */
const depth = 8;

/**
 * What is read of each thing, in their order, while the next ones are being read. Only so many answers
 * as are under way are in memory; once nobody wants more, no more is read.
 */
export async function* readAhead<Thing, Answer>(
  things: readonly Thing[],
  read: (thing: Thing) => Promise<Answer>,
): AsyncGenerator<Answer> {
  const begun: Promise<Answer>[] = [];
  for (const thing of things) {
    const answer = read(thing);
    // It is waited for later; a failure must not count as nobody's until then.
    answer.catch(() => undefined);
    begun.push(answer);
    if (begun.length < depth) continue;
    const first = begun.shift();
    if (first !== undefined) yield await first;
  }
  for (const answer of begun) yield await answer;
}
