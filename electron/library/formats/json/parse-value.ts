import { failure, type Result, success } from '../../../shared/result.ts';

/** Deeper JSON is no briefing, and programs that read it can run out of stack. */
const deepest = 200;

/** More values than this are no briefing, and take more memory than the text shows. */
const mostValues = 2_000_000;

const quote = 0x22;
const backslash = 0x5c;

/** Where the text in quotes that begins at `start` ends. */
function endOfText(json: string, start: number): number {
  let at = start + 1;
  while (at < json.length) {
    const unit = json.charCodeAt(at);
    if (unit === quote) return at;
    at += unit === backslash ? 2 : 1;
  }
  return at;
}

/** Why JSON is not even looked at, as a sentence; `null` where its size is that of a briefing. */
function excessOf(json: string): string | null {
  let depth = 0;
  let values = 1;
  for (let at = 0; at < json.length; at += 1) {
    switch (json.charAt(at)) {
      case '"':
        at = endOfText(json, at);
        break;
      case '[':
      case '{':
        depth += 1;
        values += 1;
        break;
      case ']':
      case '}':
        depth -= 1;
        break;
      case ',':
        values += 1;
    }
    if (depth > deepest) return 'It is nested too deeply for a briefing.';
    if (values > mostValues) return 'It has too many values for a briefing.';
  }
  return null;
}

/** V8 names the place of a fault, or only its character where the text is short. */
function placeOf(message: string): string {
  const place = /\(line (\d+) column (\d+)\)/.exec(message);
  if (place !== null) return `in line ${place[1]}, column ${place[2]}`;
  const character = /^Unexpected token '(.+?)'/su.exec(message)?.[1];
  return character === undefined ? 'at its end' : `at the character ${character}`;
}

function faultOf(error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  return `It is no valid JSON: there is a fault ${placeOf(message)}.`;
}

/** Parses JSON that may be made to do harm; the reason as a sentence where it cannot be. */
export function parseValue(json: string): Result<unknown, string> {
  const excess = excessOf(json);
  if (excess !== null) return failure(excess);
  try {
    return success(JSON.parse(json));
  } catch (error) {
    return failure(faultOf(error));
  }
}
