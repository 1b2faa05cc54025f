/** The page: A4 with margins of an inch, in twentieths of a point. */
export const page = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 1440, right: 1440, bottom: 1440, left: 1440 },
} as const;

/** What fits between the margins. A picture leaves room for its caption. */
export const pageRoom = {
  /** The width in twentieths of a point. */
  twips: 9026,
  /** For a picture, in pixels of a 96th of an inch. */
  picture: { width: 601, height: 700 },
} as const;
