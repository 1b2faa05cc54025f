/** A mark as the index of tags lists it. */
export interface IndexedNote {
  readonly headline: string;
  /** The name of the place of the briefing's headline in the document. */
  readonly headlinePlace: string;
  /** What is listed, on one line. */
  readonly text: string;
  /** The name of the note's own place in the document. */
  readonly place: string;
}

/** Tags with the notes that have them, in the order of the document. */
export type TagIndex = Map<string, IndexedNote[]>;
