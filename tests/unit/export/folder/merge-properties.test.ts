import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeText } from '../../../../electron/export/folder/merge-text.ts';
import {
  changeState,
  createWords,
  editText,
  firstState,
  flavours,
  render,
  rounds,
  wordsOfState,
} from './documents.ts';

/** More than in every run are a campaign: `READOUT_CASES=5000`. */
const cases = { numRuns: Number(process.env['READOUT_CASES'] ?? 300) };

/** In milliseconds; only a run that hangs takes so long. */
const timeout = 60_000 + 40 * cases.numRuns;

function lost(words: readonly string[], text: string): readonly string[] {
  return words.filter((word) => !text.includes(word));
}

function readersWords(text: string): readonly string[] {
  return [...text.matchAll(/reader\d+x/g)].map(([word]) => word);
}

describe('exporting again', { timeout }, () => {
  it('loses nothing of the reader and nothing of the app', () => {
    fc.assert(
      fc.property(fc.nat({ max: 6 }), flavours, rounds, (count, flavour, all) => {
        const appWords = createWords('app');
        const readerWords = createWords('reader');
        let state = firstState(count, appWords);
        let base = render(state, flavour);
        let file = base;
        let number = 100;
        for (const { reader, app } of all) {
          for (const edit of reader) file = editText(file, edit, readerWords);
          for (const change of app) {
            number += 1;
            state = changeState(state, change, appWords, number);
          }
          const next = render(state, flavour);
          const merged = mergeText(base, file, next).text;
          expect(lost(readersWords(file), merged)).toEqual([]);
          const mine = file;
          const old = base;
          // What the reader took out of the file stays out of it until it changes in the app.
          const current = wordsOfState(state).filter(
            (word) => mine.includes(word) || !old.includes(word),
          );
          expect(lost(current, merged)).toEqual([]);
          expect(mergeText(next, merged, next).text).toBe(merged);
          // A record that is one export behind.
          const again = mergeText(base, merged, next).text;
          expect(lost([...readersWords(file), ...current], again)).toEqual([]);
          file = merged;
          base = next;
        }
      }),
      cases,
    );
  });

  it('has each annotation once, however the reader moves it and writes beside it', () => {
    fc.assert(
      fc.property(fc.nat({ max: 6 }), rounds, (count, all) => {
        const appWords = createWords('app');
        const readerWords = createWords('reader');
        let state = firstState(count, appWords);
        let file = render(state, 'plain');
        let number = 100;
        for (const { reader, app } of all) {
          const base = render(state, 'plain');
          const edits = reader.filter(({ kind }) => [0, 1, 2, 7, 8].includes(kind));
          for (const edit of edits) file = editText(file, edit, readerWords);
          for (const change of app) {
            number += 1;
            state = changeState(state, change, appWords, number);
          }
          file = mergeText(base, file, render(state, 'plain')).text;
          for (const { id } of state.items) expect(file.split(id)).toHaveLength(2);
        }
      }),
      cases,
    );
  });

  it('gives the new text where the reader changed nothing', () => {
    fc.assert(
      fc.property(fc.nat({ max: 6 }), flavours, rounds, (count, flavour, all) => {
        const words = createWords('app');
        let state = firstState(count, words);
        const base = render(state, flavour);
        let number = 100;
        for (const change of all.flatMap(({ app }) => app)) {
          number += 1;
          state = changeState(state, change, words, number);
        }
        const next = render(state, flavour);
        expect(mergeText(base, base.replaceAll('\n', '\r\n'), next)).toEqual({
          text: next.replaceAll('\n', '\r\n'),
          hasConflict: false,
        });
      }),
      cases,
    );
  });

  it('keeps what anybody wrote where the last export is not known', () => {
    fc.assert(
      fc.property(fc.nat({ max: 6 }), flavours, rounds, (count, flavour, all) => {
        const appWords = createWords('app');
        const readerWords = createWords('reader');
        let state = firstState(count, appWords);
        let file = render(state, flavour);
        let number = 100;
        for (const { reader, app } of all) {
          for (const edit of reader) file = editText(file, edit, readerWords);
          for (const change of app) {
            number += 1;
            state = changeState(state, change, appWords, number);
          }
        }
        const merged = mergeText(null, file, render(state, flavour)).text;
        expect(lost(readersWords(file), merged)).toEqual([]);
        expect(lost(wordsOfState(state), merged)).toEqual([]);
      }),
      cases,
    );
  });
});
