/** Raised whenever the catalog's tables, or what the parsers put into them, change. */
export const catalogVersion = 3;

/**
 * The tables of the catalog. `briefing` is narrow, so that a list of 100,000 is filtered and counted
 * fast; what only some rows are asked for lies in `briefing_content`. `briefing_order` is narrower
 * still: the list in its order, with what its most frequent filters ask for; and `briefing_known` has
 * what is compared with the reading states, in their order. An id is made from the path, so it is
 * there once too. `words` is contentless: the texts are in the files and, deflated, in
 * `briefing_content`.
 */
export const catalogTables = `
  CREATE TABLE briefing (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    root TEXT NOT NULL,
    path TEXT NOT NULL UNIQUE,
    folded_path TEXT NOT NULL,
    file TEXT NOT NULL,
    byte_length INTEGER NOT NULL,
    modified_at REAL NOT NULL,
    day TEXT,
    source TEXT,
    language TEXT,
    problem INTEGER NOT NULL,
    has_image INTEGER NOT NULL,
    is_copy INTEGER NOT NULL,
    story_key TEXT,
    fingerprint TEXT
  ) STRICT;
  CREATE INDEX briefing_known ON briefing (id, is_copy, fingerprint);
  CREATE INDEX briefing_file ON briefing (file);
  CREATE INDEX briefing_story ON briefing (story_key, is_copy) WHERE story_key IS NOT NULL;
  CREATE INDEX briefing_order ON briefing (is_copy, place, id, source);
  CREATE INDEX briefing_day ON briefing (is_copy, day);
  CREATE INDEX briefing_problem ON briefing (is_copy) WHERE problem = 1;
  CREATE INDEX briefing_root ON briefing (root, is_copy);
  CREATE INDEX briefing_stamp ON briefing (root, file, byte_length, modified_at, problem);
  CREATE INDEX briefing_source ON briefing (source, is_copy);
  CREATE TABLE briefing_content (
    place INTEGER PRIMARY KEY,
    listing TEXT NOT NULL,
    briefing BLOB
  ) STRICT;
  CREATE TABLE briefing_agency (
    agency TEXT NOT NULL,
    place INTEGER NOT NULL,
    PRIMARY KEY (agency, place)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX briefing_agency_place ON briefing_agency (place);
  CREATE TABLE mark_count (
    briefing_id TEXT PRIMARY KEY,
    annotations INTEGER NOT NULL,
    notes INTEGER NOT NULL,
    bookmarks INTEGER NOT NULL,
    highlights INTEGER NOT NULL,
    note_words TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE mark_tag (
    briefing_id TEXT NOT NULL,
    tag TEXT NOT NULL,
    folded_tag TEXT NOT NULL,
    PRIMARY KEY (briefing_id, tag)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX mark_tag_name ON mark_tag (folded_tag, tag, briefing_id);
  CREATE TABLE mark_color (
    briefing_id TEXT NOT NULL,
    color TEXT NOT NULL,
    PRIMARY KEY (briefing_id, color)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE VIRTUAL TABLE words USING fts5(
    headline, text, caption, credit, note,
    content='', contentless_delete=1, prefix='2 3',
    tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
  );
`;
