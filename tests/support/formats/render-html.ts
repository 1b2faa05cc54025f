import type { TestBlock, TestWords, WordSource } from './random-document.ts';

function inline({ count, style }: TestWords, source: WordSource): string {
  const [first = '', ...rest] = source.take(count);
  const styled = {
    plain: first,
    strong: `<strong>${first}</strong>`,
    code: `<code>${first}</code>`,
    link: `<a href="https://example.org/${first}">${first}</a>`,
  }[style];
  return [styled, ...rest].join('\n  ');
}

function blockText(block: TestBlock, source: WordSource): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.rank}>${inline(block.words, source)}</h${block.rank}>`;
    case 'paragraph':
      return `<p>${inline(block.words, source)}</p>`;
    case 'code':
      return `<pre>${block.lines.map(({ count }) => source.take(count).join('  ')).join('\n')}</pre>`;
    case 'quote':
      return `<blockquote>${toHtml(block.blocks, source)}</blockquote>`;
    case 'list': {
      const name = block.isNumbered ? 'ol' : 'ul';
      const items = block.items.map(
        ({ words, blocks }) => `<li>${inline(words, source)}${toHtml(blocks, source)}</li>`,
      );
      return `<${name}>${items.join('')}</${name}>`;
    }
    case 'table': {
      const rows = block.rows.map(
        (cells) => `<tr>${cells.map((cell) => `<td>${inline(cell, source)}</td>`).join('')}</tr>`,
      );
      return `<table>${rows.join('\n')}</table>`;
    }
  }
}

/** The document as a part of a page. */
export function toHtml(blocks: readonly TestBlock[], source: WordSource): string {
  return blocks.map((block) => blockText(block, source)).join('\n');
}
