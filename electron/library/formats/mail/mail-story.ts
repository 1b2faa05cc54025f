import type { Briefing } from '../../../shared/model/briefing.ts';
import type { BriefingFile } from '../briefing-file.ts';
import type { DocumentFacts } from '../document.ts';
import { knownHeading } from '../line-kind.ts';
import { splitLines, toLines } from '../lines.ts';
import { readStory } from '../story.ts';
import { parseText } from '../text/parse-text.ts';

/** Longer subjects, in UTF-16 code units, are no headlines of stories. */
const longestSubject = 1000;

/** Whether a text is a story copied off its page; a list at the start alone does not make it one. */
function isCopiedStory(text: string): boolean {
  const { isStory, sections, captions, furniture } = readStory(toLines(splitLines(text)), null);
  const hasHeading = sections.some(({ heading }) => {
    const kind = heading === null ? null : knownHeading(heading);
    return kind === 'overview' || kind === 'story';
  });
  const hasCaption = captions.some(({ credit, filePhoto }) => credit !== null || filePhoto);
  return isStory && (hasHeading || hasCaption || furniture.length > 0);
}

/** What a mail's headers say, as the front matter of its story. */
function frontMatterOf({ headline, source, date }: DocumentFacts): string {
  const fields = Object.entries({ headline, source, date }).flatMap(([name, value]) =>
    value === null ? [] : [`${name}: ${JSON.stringify(value)}`],
  );
  return ['---', ...fields, '---', ''].join('\n');
}

/** The story that the plain text of a mail is a copy of; `null` where it is none. */
export function mailStory(text: string, facts: DocumentFacts, file: BriefingFile): Briefing | null {
  const { headline, source, date } = facts;
  if ([headline, source, date].some((fact) => (fact?.length ?? 0) > longestSubject)) return null;
  if (!isCopiedStory(text)) return null;
  const bytes = new TextEncoder().encode(frontMatterOf(facts) + text);
  const parsed = parseText({ ...file, bytes });
  if (!parsed.ok) return null;
  return { ...parsed.value, furniture: [...facts.furniture, ...parsed.value.furniture] };
}
