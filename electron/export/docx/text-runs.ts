import { type IRunOptions, TextRun } from 'docx';
import { hasRightToLeftLetter } from './reading-direction.ts';
import { runContent } from './word-text.ts';

/** How words look besides their paragraph's style. */
export type RunLook = Pick<IRunOptions, 'bold' | 'italics' | 'shading' | 'style'>;

/** Words as a run. Word sets letters of Arabic, Hebrew and their like by rules of their own. */
export function textRun(text: string, look: RunLook = {}): TextRun {
  return new TextRun({
    ...look,
    children: runContent(text),
    ...(hasRightToLeftLetter(text) ? { rightToLeft: true } : {}),
  });
}

/** The shading of a run as a colour behind it, as RRGGBB. */
export function shadedWith(fill: string): RunLook {
  return { shading: { type: 'clear', color: 'auto', fill } };
}
