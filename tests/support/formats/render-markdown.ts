import type { TestBlock, TestWords, WordSource } from './random-document.ts';

function inline({ count, style }: TestWords, source: WordSource): string {
  const [first = '', ...rest] = source.take(count);
  const styled = {
    plain: first,
    strong: `**${first}**`,
    code: `\`${first}\``,
    link: `[${first}](https://example.org/${first})`,
  }[style];
  return [styled, ...rest].join(' ');
}

function indented(text: string, start: string, rest: string): string {
  return text
    .split('\n')
    .map((line, index) => (index === 0 ? start : line === '' ? '' : rest) + line)
    .join('\n');
}

function blockText(block: TestBlock, source: WordSource): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.rank)} ${inline(block.words, source)}`;
    case 'paragraph':
      return inline(block.words, source);
    case 'code':
      return ['```', ...block.lines.map(({ count }) => source.take(count).join('  ')), '```'].join(
        '\n',
      );
    case 'quote':
      return toMarkdown(block.blocks, source)
        .split('\n')
        .map((line) => `> ${line}`.trimEnd())
        .join('\n');
    case 'list':
      return block.items
        .map(({ words, blocks }, index) => {
          const text = `${inline(words, source)}\n\n${toMarkdown(blocks, source)}`;
          return block.isNumbered
            ? indented(text, `${index + 1}. `, '   ')
            : indented(text, '- ', '  ');
        })
        .join('\n');
    case 'table': {
      const lines = block.rows.map(
        (cells) => `| ${cells.map((cell) => inline(cell, source)).join(' | ')} |`,
      );
      const [first = '', ...rest] = lines;
      const columns = block.rows[0]?.length ?? 0;
      return [first, `|${' --- |'.repeat(columns)}`, ...rest].join('\n');
    }
  }
}

/** The document as Markdown. A line without words keeps two lists apart. */
export function toMarkdown(blocks: readonly TestBlock[], source: WordSource): string {
  return blocks.map((block) => blockText(block, source)).join('\n\n');
}
