import { type IParagraphOptions, Paragraph, type XmlComponent } from 'docx';
import { beginsRightToLeft } from './reading-direction.ts';
import { type RunLook, textRun } from './text-runs.ts';

/** How a paragraph is set. */
export type ParagraphLook = Omit<IParagraphOptions, 'children' | 'text'>;

/** A paragraph of anything that may stand in one: the library's type leaves out places and links. */
class MixedParagraph extends Paragraph {
  constructor(children: readonly XmlComponent[], look: ParagraphLook) {
    super(look);
    for (const child of children) this.root.push(child);
  }
}

/** A paragraph of what is given. */
export function paragraphOf(
  children: readonly XmlComponent[],
  isRightToLeft: boolean,
  look: ParagraphLook = {},
): Paragraph {
  return new MixedParagraph(children, isRightToLeft ? { ...look, bidirectional: true } : look);
}

/** A paragraph of a text that goes in the direction of its first letter. */
export function textParagraph(
  text: string,
  look: ParagraphLook = {},
  runLook: RunLook = {},
): Paragraph {
  return paragraphOf([textRun(text, runLook)], beginsRightToLeft(text), look);
}
