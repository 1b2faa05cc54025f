import type { Attachment, Email } from 'postal-mime';
import type { Briefing, Section, Warning } from '../../../shared/model/briefing.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { failure, type Result, success } from '../../../shared/result.ts';
import type { BriefingFile } from '../briefing-file.ts';
import type { Block } from '../document.ts';
import { toBriefing } from '../document-briefing.ts';
import { decodingWarnings } from '../document-warnings.ts';
import { DocumentWriter } from '../document-writer.ts';
import { openPage } from '../html/open-page.ts';
import { writePage } from '../html/write-page.ts';
import { addressLines, mailFacts } from './mail-facts.ts';
import { isPicture, MailPictures } from './mail-pictures.ts';
import { mailStory } from './mail-story.ts';
import { type OpenMail, openMail, type ReadMail } from './open-mail.ts';
import { writePlainText } from './write-plain-text.ts';

/** What is attached to a mail and to those inside of it. */
function allAttachments({ attachments, inner }: OpenMail): readonly Attachment[] {
  return [...attachments, ...inner.flatMap(allAttachments)];
}

/** The attached files that are not shown, as a last section. */
function attachmentSection(mail: OpenMail): readonly Section[] {
  const names = allAttachments(mail)
    .filter((attachment) => !isPicture(attachment))
    .map(({ filename, mimeType }) => (filename ?? '').replace(/\s+/g, ' ').trim() || mimeType);
  if (names.length === 0) return [];
  const items = names.map((text) => ({
    kind: 'bullet' as const,
    text,
    marker: '•',
  }));
  return [{ heading: 'Attachments', items }];
}

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}

function writeBody({ html, text }: Email, writer: DocumentWriter, pictures: MailPictures): void {
  if (html === undefined || isBlank(html)) writePlainText(text ?? '', writer);
  else writePage(openPage(html), writer, pictures);
}

/** Writes the mails inside of a mail, each under a heading. */
function writeInner({ inner }: OpenMail, writer: DocumentWriter, pictures: MailPictures): void {
  for (const opened of inner) {
    const { headline, date } = mailFacts(opened.mail);
    writer.openHeading();
    writer.text(headline ?? 'Attached message');
    writer.closeHeading(1);
    const lines = [...addressLines(opened.mail), ...(date === null ? [] : [`Date: ${date}`])];
    for (const line of lines) {
      writer.text(line);
      writer.boundary();
    }
    writeBody(opened.mail, writer, pictures);
    writeInner(opened, writer, pictures);
  }
}

function restOfPictures(pictures: MailPictures): readonly Block[] {
  return pictures.rest.map(({ picture, description }) => ({
    kind: 'figure',
    caption: description.replace(/\s+/g, ' ').trim(),
    picture,
  }));
}

function fromStory(story: Briefing, opened: ReadMail, file: BriefingFile): Briefing {
  const pictures = new MailPictures(allAttachments(opened));
  const writer = new DocumentWriter();
  writeInner(opened, writer, pictures);
  const facts = { ...mailFacts(opened.mail), headline: story.headline };
  const blocks = [...writer.finish(), ...restOfPictures(pictures)];
  const { figures, sections } = toBriefing(blocks, facts, file);
  return {
    ...story,
    figures: [...story.figures, ...figures],
    sections: [...story.sections, ...sections, ...attachmentSection(opened)],
    warnings: [...story.warnings, ...decodingWarnings(opened.decoded)],
  };
}

/** What stands under the headers of a mail whose parts cannot be told apart; else nothing. */
function undividedText({ mail, attachments, inner, decoded }: ReadMail): string {
  if (!isBlank(mail.text) || !isBlank(mail.html) || attachments.length + inner.length > 0) {
    return '';
  }
  const end = /\r?\n\r?\n/.exec(decoded.text)?.index ?? decoded.text.length;
  return decoded.text.slice(end).trim();
}

function undividedWarning(text: string): readonly Warning[] {
  const message =
    'The parts of this mail cannot be told apart; all is shown as it stands in the file.';
  return text === '' ? [] : [{ kind: 'left out', message }];
}

function fromMail(opened: ReadMail, file: BriefingFile): Briefing {
  const { mail } = opened;
  const facts = mailFacts(mail);
  const story = mailStory(mail.text ?? '', facts, file);
  if (story !== null) return fromStory(story, opened, file);
  const pictures = new MailPictures(allAttachments(opened));
  const writer = new DocumentWriter();
  writeBody(mail, writer, pictures);
  const undivided = undividedText(opened);
  writePlainText(undivided, writer);
  writeInner(opened, writer, pictures);
  const blocks = [...writer.finish(), ...restOfPictures(pictures)];
  const warnings = [...decodingWarnings(opened.decoded), ...undividedWarning(undivided)];
  const briefing = toBriefing(blocks, facts, file, warnings);
  return {
    ...briefing,
    sections: [...briefing.sections, ...attachmentSection(opened)],
  };
}

/** Parses a mail: its page, or its plain text where that is a copied story or all there is. */
export async function parseMail(file: BriefingFile): Promise<Result<Briefing, Problem>> {
  const opened = await openMail(file.bytes);
  if (opened !== null) return success(fromMail(opened, file));
  const message = `${file.fileName} cannot be read. It is no e-mail, or a damaged one. If it is a text, rename it to end in .txt.`;
  return failure({ kind: 'unreadable', message });
}

/** The picture with that number, from 0, of those that a mail has inside; `null` for none. */
export async function pictureInMail(
  file: BriefingFile,
  number: number,
): Promise<Uint8Array | null> {
  const opened = await openMail(file.bytes);
  if (opened === null) return null;
  const pictures = new MailPictures(allAttachments(opened));
  const writer = new DocumentWriter();
  // The pictures in the addresses of the pages are found by going through them.
  writeBody(opened.mail, writer, pictures);
  writeInner(opened, writer, pictures);
  return pictures.at(number);
}
