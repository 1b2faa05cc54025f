/** Who is told when something happens. */
export class Listeners<News> {
  readonly #all = new Set<(news: News) => void>();

  /** Returns the unsubscribe. */
  add(listener: (news: News) => void): () => void {
    this.#all.add(listener);
    return () => void this.#all.delete(listener);
  }

  tell(news: News): void {
    for (const listener of this.#all) listener(news);
  }
}
