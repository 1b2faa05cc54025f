/**
 * A value as it crosses to the page: bindings of Chromium carry strings only. Simple values are JSON
 * values; anything else is an array that starts with its kind. Each object has a number, in order of
 * encoding, so that cycles and shared objects come back as such.
 */
export type Wire = null | string | boolean | number | readonly Wire[];
