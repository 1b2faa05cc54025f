import type { IParagraphOptions, NumberingDefinition } from 'docx';
import type { Item } from '../../shared/model/briefing.ts';

type ListOptions = Pick<IParagraphOptions, 'numbering' | 'style'>;

/** Word's lists have nine levels, and its styles for them five. */
const deepestLevel = 9;
const deepestStyle = 5;

/** Twentieths of a point that each level stands further in. */
const indentStep = 360;

const levels = Array.from({ length: deepestLevel }, (_, level) => level);

function indentAt(level: number): { readonly start: number; readonly hanging: number } {
  return { start: indentStep * (level + 1), hanging: indentStep };
}

const bullets: NumberingDefinition = {
  reference: 'bullets',
  levels: levels.map((level) => ({
    level,
    format: 'bullet',
    text: ['•', '◦', '▪'][level % 3] ?? '•',
    style: { paragraph: { indent: indentAt(level) } },
  })),
};

/** Numbers with what stands behind them, such as `3.`, from a number on. */
function numbersFrom(start: number, behind: string): NumberingDefinition {
  return {
    reference: `numbers from ${start}${behind}`,
    levels: levels.map((level) => ({
      level,
      format: 'decimal',
      text: `%${level + 1}${behind}`,
      start,
      style: { paragraph: { indent: indentAt(level) } },
    })),
  };
}

interface NumberedList {
  readonly definition: NumberingDefinition;
  readonly instance: number;
  readonly behind: string;
  readonly next: number;
}

function styleAt(name: string, level: number): string {
  const rank = Math.min(level + 1, deepestStyle);
  return rank === 1 ? name : `${name}${rank}`;
}

const bulletGlyph =
  /^[-+*\u00b7\u2010-\u2015\u2022\u2023\u2043\u2219\u25a0-\u25ff\u27a2\uf0a7\uf0b7]?$/u;

/** The lists of a document: numbers go on as they do in the briefings. */
export class Lists {
  readonly #open = new Map<number, NumberedList>();
  #count = 0;

  /** Ends the lists, as text that is in none does. */
  end(): void {
    this.#open.clear();
  }

  /** How the paragraph of a bullet is set; `null` where its marker is none that Word makes. */
  optionsFor({ marker, level: rank }: Item): ListOptions | null {
    const level = Math.min(rank ?? 1, deepestLevel) - 1;
    for (const open of this.#open.keys()) if (open > level) this.#open.delete(open);
    const number = /^(\d{1,6})([.)]?)$/.exec(marker ?? '');
    if (number !== null) {
      const { definition, instance } = this.#listWith(level, Number(number[1]), number[2] ?? '');
      const numbering = { reference: definition, level, instance };
      return { style: styleAt('ListNumber', level), numbering };
    }
    this.#open.delete(level);
    if (!bulletGlyph.test(marker ?? '')) return null;
    return { style: styleAt('ListBullet', level), numbering: { reference: bullets, level } };
  }

  #listWith(level: number, number: number, behind: string): NumberedList {
    const open = this.#open.get(level);
    const isNext = open?.next === number && open.behind === behind;
    const list = isNext ? open : this.#newList(number, behind);
    this.#open.set(level, { ...list, next: number + 1 });
    return list;
  }

  #newList(number: number, behind: string): NumberedList {
    this.#count += 1;
    const definition = numbersFrom(number, behind);
    return { definition, instance: this.#count, behind, next: number };
  }
}

/** The paragraph of a bullet whose marker stands in the text. */
export function hangingAt({ level }: Item): Pick<IParagraphOptions, 'indent' | 'style'> {
  return { style: 'ListParagraph', indent: indentAt(Math.min(level ?? 1, deepestLevel) - 1) };
}

/** The paragraph of a bullet of the document's own. */
export const ownBullet: ListOptions = {
  style: 'ListBullet',
  numbering: { reference: bullets, level: 0 },
};
