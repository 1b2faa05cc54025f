import type * as z from 'zod/mini';

type Issue = z.core.$ZodIssue;

/** The path of a value as people write it: `sections[0].items[2].text`. */
export function pathText(path: readonly PropertyKey[]): string {
  const text = path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('');
  return text.replace(/^\./, '');
}

/** Of what a value that can be written in several ways is nearest to, its fault. */
function innermost(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const branches = issue.errors.flatMap(([first]) => (first === undefined ? [] : [first]));
  const inside = branches.find(({ code, path }) => code !== 'invalid_type' || path.length > 0);
  if (inside === undefined) return issue;
  return innermost({ ...inside, path: [...issue.path, ...inside.path] });
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

function expectation(issue: Issue): string {
  const name = issue.path.at(-1);
  switch (issue.code) {
    case 'invalid_type':
      return typeNames[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return `one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`;
    case 'too_small':
      return `a number from ${issue.minimum}`;
    case 'too_big':
      return `a number up to ${issue.maximum}`;
    case 'invalid_format':
      return name === 'headline' ? 'a text that is not empty' : 'a day as YYYY-MM-DD';
    default:
      return 'a value of another form';
  }
}

/** What is wrong first in a value that does not fit, as a sentence. */
export function firstFault(issues: readonly Issue[]): string {
  const [first] = issues;
  if (first === undefined) return 'It is no briefing.';
  const issue = innermost(first);
  const place = issue.path.length === 0 ? 'At its top' : `At ${pathText(issue.path)}`;
  return `${place} there has to be ${expectation(issue)}.`;
}
