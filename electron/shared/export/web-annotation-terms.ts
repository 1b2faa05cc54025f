/**
 * The names that the W3C Web Annotation JSON of this app is written and read with.
 *
 * @see https://www.w3.org/TR/annotation-model/
 * @see https://www.w3.org/TR/annotation-vocab/#json-ld-context-definition-0
 */

/** The context of the model; every document has it. */
export const annotationContext = 'http://www.w3.org/ns/anno.jsonld';

/** What the prefix `readout:` stands for: terms that the model has none for. */
export const readoutNamespace = 'urn:readout:terms:';

/** The id of a mark: this and its UUID. */
export const markPrefix = 'urn:uuid:';

/** The id of a briefing as the source of a target: this and its id in the app. */
export const briefingPrefix = 'urn:readout:briefing:';

/** What the fragments of parts conform to: their value is a part's path, `sections/0/items/2`. */
export const partFragments = 'urn:readout:part-path';

/** The style sheet that says what the classes of targets look like. */
export const colorSheet = 'urn:readout:colors';
