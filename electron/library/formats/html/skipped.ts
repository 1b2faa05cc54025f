import { attributeOf, nameOf, type PageNode } from './page-node.ts';

/** Elements that hold no text of the document. */
const skipped: ReadonlySet<string> = new Set([
  'applet',
  'audio',
  'base',
  'button',
  'canvas',
  'datalist',
  'embed',
  'frameset',
  'iframe',
  'input',
  'link',
  'meta',
  'meter',
  'noembed',
  'noframes',
  'noscript',
  'object',
  'progress',
  'script',
  'select',
  'style',
  'svg',
  'template',
  'textarea',
  'title',
  'video',
]);

function isHidden(node: PageNode): boolean {
  if (attributeOf(node, 'hidden') !== null) return true;
  if (attributeOf(node, 'aria-hidden')?.trim().toLowerCase() === 'true') return true;
  const style = attributeOf(node, 'style');
  return style !== null && /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);
}

/** Whether an element is not shown, or shows something else than text and pictures. */
export function isSkipped(node: PageNode): boolean {
  const name = nameOf(node);
  if (name === 'dialog') return attributeOf(node, 'open') === null;
  return skipped.has(name) || isHidden(node);
}
