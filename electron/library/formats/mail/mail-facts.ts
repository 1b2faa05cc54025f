import type { Address, Email } from 'postal-mime';
import type { DocumentFacts } from '../document.ts';

function oneLine(text: string): string {
  return text.replace(/[\s\u0085]+/g, ' ').trim();
}

function addressText(given: Address): string {
  if (given.group !== undefined) {
    return oneLine(`${given.name}: ${given.group.map(addressText).join(', ')}`);
  }
  const { name, address } = given;
  if (name === '' || name === address) return oneLine(address);
  return oneLine(address === '' ? name : `${name} <${address}>`);
}

/** Who wrote to whom, as a mail program shows it. */
export function addressLines({ from, to, cc }: Email): readonly string[] {
  const lines = [
    ['From', from === undefined ? [] : [from]],
    ['To', to ?? []],
    ['Cc', cc ?? []],
  ] as const;
  return lines.flatMap(([label, addresses]) => {
    const texts = addresses.map(addressText).filter((text) => text !== '');
    return texts.length === 0 ? [] : [`${label}: ${texts.join(', ')}`];
  });
}

function nullIfEmpty(text: string | undefined): string | null {
  const line = oneLine(text ?? '');
  return line === '' ? null : line;
}

/** The day as written, or where its year has only two digits as ISO 8601. */
function dateOf({ headers, date }: Email): string | null {
  const written = nullIfEmpty(headers.find(({ key }) => key === 'date')?.value);
  const hasYear = written !== null && /(?<![\d+-])\d{4}(?!\d)/.test(written);
  return hasYear ? written : nullIfEmpty(date);
}

/** What the headers of a mail say. */
export function mailFacts(mail: Email): DocumentFacts {
  return {
    headline: nullIfEmpty(mail.subject),
    source: nullIfEmpty(mail.from?.name) ?? nullIfEmpty(mail.from?.address),
    date: dateOf(mail),
    language: nullIfEmpty(mail.headers.find(({ key }) => key === 'content-language')?.value),
    furniture: addressLines(mail),
  };
}
