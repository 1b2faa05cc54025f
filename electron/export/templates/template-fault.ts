import { LiquidError } from 'liquidjs';

/** What is wrong with a template. Lines and columns count from 1; `null` where no place is to blame. */
export interface TemplateFault {
  readonly message: string;
  readonly line: number | null;
  readonly column: number | null;
}

/** Where Liquid puts the place into its messages. */
const place = /(?:, file:.*?)?, line:\d+, col:\d+$/;

const sentences: readonly (readonly [RegExp, string])[] = [
  [/^undefined filter: (.*)$/, 'There is no filter “$1”.'],
  [/^tag "(.*)" not found$/, 'There is no tag “$1”.'],
  [/^(?:tag|output) "?(.*?)"? not closed$/, '“$1” is not closed.'],
  [/^illegal tag: (.*)$/, '“$1” is not written as that tag is.'],
  [
    /^memory alloc limit exceeded$/,
    'This makes more of the briefing than a template may, 10 million characters. Let it do less.',
  ],
  [
    /^template render limit exceeded$/,
    'This takes longer than a template may, one second. Let it do less.',
  ],
  [/^parse length limit exceeded$/, 'The template is too long. Make it shorter.'],
  [/^Maximum call stack size exceeded$/, 'Too much stands inside of one another here.'],
];

/** A message of Liquid as a sentence for the reader. */
function sentenceOf(message: string): string {
  const bare = (message.split('\n')[0] ?? '').replace(place, '');
  const known = sentences.find(([pattern]) => pattern.test(bare));
  if (known !== undefined) return bare.replace(...known);
  return `${bare.charAt(0).toUpperCase()}${bare.slice(1)}${/[.!?]$/.test(bare) ? '' : '.'}`;
}

/** What a template failed with. */
export function faultOf(error: unknown): TemplateFault {
  const message = sentenceOf(error instanceof Error ? error.message : String(error));
  if (!LiquidError.is(error)) return { message, line: null, column: null };
  const [line, column] = error.token.getPosition();
  return { message, line: line ?? null, column: column ?? null };
}
