import { ofEachColor } from '../../shared/export/highlight-colors.ts';

/** The style of exported pages: the app's colours and type, by fonts of the system. */
const light = `--paper: #fbfaf7; --surface: #f3f1ec; --raised: #fff; --ink: #1d1f23; --muted: #595d65;
  --line: #e2dfd8; --line-strong: #8b8d92; --accent: #0b5c8a;
  ${ofEachColor((color, value) => `--${color}: ${value};`).join(' ')}
  --yellow-line: #b58900; --green-line: #3f8f3b; --blue-line: #2f74c0; --pink-line: #c2477a;
  --purple-line: #7a55c4; --noted: transparent; --noted-line: #8b8d92;`;

const dark = `--paper: #16181c; --surface: #1c1f24; --raised: #23272e; --ink: #e8e6e1; --muted: #a6aab1;
  --line: #31353c; --line-strong: #6d727a; --accent: #6fb9e6;
  --yellow: #6b5a17; --green: #24532c; --blue: #1f4672; --pink: #6d2b45; --purple: #472f74;
  --yellow-line: #d9b93b; --green-line: #6cc078; --blue-line: #6ba8ea; --pink-line: #e57fa8;
  --purple-line: #a98ae6; --noted: transparent; --noted-line: #6d727a;`;

/** Highlights differ by their underline too, not by colour alone. */
const underlines = [
  ['yellow', 'solid 2px'],
  ['green', 'double 1px'],
  ['blue', 'dashed 2px'],
  ['pink', 'wavy 1px'],
  ['purple', 'dotted 2px'],
  ['noted', 'solid 2px'],
] as const;

const marks = underlines
  .map(
    ([name, line]) => `.${name} { --color: var(--${name}); --color-line: var(--${name}-line); }
mark.${name} { text-decoration: underline ${line} var(--${name}-line); }
`,
  )
  .join('');

const page = `:root { color-scheme: light dark; ${light} }
@media screen and (prefers-color-scheme: dark) { :root { ${dark} } }
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 17px/1.6 'Source Serif 4', 'Noto Serif', Georgia, 'Times New Roman', serif;
  overflow-wrap: anywhere;
}
main { max-width: 1080px; margin: 0 auto; padding: 40px 32px 80px; }
.notes-alone main { max-width: 720px; }
a { color: var(--accent); text-underline-offset: 3px; text-decoration-thickness: 1px; }
article + article { margin-top: 64px; padding-top: 40px; border-top: 1px solid var(--line-strong); }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; text-wrap: balance; break-after: avoid; }
header h1, header h2 { margin: 8px 0 10px; font-size: 32px; font-weight: 650; letter-spacing: -0.012em; line-height: 1.18; }
.facts, .times, .label, .page, .missing, figcaption, .note, .bookmarks, table, .target {
  font-family: Inter, 'Noto Sans', system-ui, sans-serif;
}
.facts, .times, .label, .page, .missing { margin: 0; font-size: 13px; line-height: 1.5; color: var(--muted); }
.source { font-weight: 600; color: var(--ink); }
.dek { margin: 0 0 20px; font-size: 19px; line-height: 1.45; color: var(--muted); }
.label, section .level-2 {
  margin: 32px 0 10px; padding-bottom: 6px; border-bottom: 1px solid var(--line);
  font: 600 13px/1.4 Inter, 'Noto Sans', system-ui, sans-serif; letter-spacing: 0.06em;
  text-transform: uppercase; color: var(--muted);
}
.level-3 { margin: 26px 0 4px; font-size: 21px; }
.level-4 { margin: 24px 0 4px; font-size: 18px; }
.level-5, .level-6 { margin: 20px 0 4px; font: 650 14px/1.4 Inter, 'Noto Sans', system-ui, sans-serif; }
.page { margin-top: 28px; padding-bottom: 4px; border-bottom: 1px dashed var(--line-strong); }
p, ul, ol, blockquote, pre, table { margin: 0 0 14px; }
.text ul { padding: 0; list-style: none; }
.text li { position: relative; margin: 6px 0; padding-inline-start: 1.4em; }
.text li::before { content: '•'; position: absolute; inset-inline-start: 0.2em; color: var(--muted); }
.text li li::before { content: '◦'; }
.text li:is(.counted, .bare)::before { content: none; }
.text li.counted { padding-inline-start: 0; }
.text li.counted > ul { padding-inline-start: 1.4em; }
.marker { color: var(--muted); }
blockquote { padding-inline-start: 16px; border-inline-start: 3px solid var(--line-strong); color: var(--muted); font-style: italic; }
pre, code { font-family: ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace; font-size: 14px; }
pre { padding: 12px 14px; border: 1px solid var(--line); border-radius: 6px; background: var(--surface); white-space: pre-wrap; tab-size: 4; }
table { width: 100%; border-collapse: collapse; font-size: 14.5px; line-height: 1.5; }
td, th { padding: 6px 12px 6px 0; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; }
.dead-link { text-decoration: underline dotted 1px; text-underline-offset: 3px; }
.target { font-size: 0.75em; color: var(--muted); }
.target::before { content: '‹'; } .target::after { content: '›'; }
.figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 240px), 1fr)); gap: 14px; align-items: start; margin: 8px 0 16px; }
figure { margin: 0; border: 1px solid var(--line); border-radius: 10px; background: var(--surface); break-inside: avoid; overflow: hidden; }
figure img { display: block; width: 100%; max-height: 440px; object-fit: contain; background: var(--line); }
figcaption { padding: 9px 13px 12px; font-size: 13px; line-height: 1.5; color: var(--muted); }
.missing { padding: 9px 13px 0; }
.credit { display: block; margin-top: 4px; font-weight: 600; color: var(--ink); }
mark { background: var(--color); text-underline-offset: 3px; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
figure.marked { border-color: var(--color-line); box-shadow: 0 0 0 2px var(--color-line); }
mark, mark :is(.target, a) { color: var(--ink); }
sup { margin-inline-start: 1px; font: 600 0.68em/1 Inter, 'Noto Sans', system-ui, sans-serif; font-style: normal; letter-spacing: 0; }
:target { outline: 2px solid var(--accent); outline-offset: 3px; }
.notes { margin: 0 0 14px; padding: 0; list-style: none; }
article > .notes { max-width: 720px; }
.note {
  margin: 0 0 10px; padding: 10px 13px; border: 1px solid var(--line); border-inline-start: 4px solid var(--color-line);
  border-radius: 8px; background: var(--raised); font-size: 14px; line-height: 1.5; break-inside: avoid;
}
.note > :last-child, .note-text > :last-child { margin-bottom: 0; }
.note-place { margin: 0 0 6px; color: var(--muted); font-size: 13px; }
.note-place a { color: inherit; }
.number { color: var(--ink); }
.quoted {
  margin: 0 0 8px; padding: 0 0 0 10px; border-inline-start: 4px solid var(--color-line); color: var(--ink);
  font: 14.5px/1.5 'Source Serif 4', 'Noto Serif', Georgia, serif; font-style: normal; white-space: pre-wrap;
}
.note-text > * { margin: 0 0 8px; }
.note-text :is(ul, ol) { padding-inline-start: 20px; }
.note-text ul { list-style: disc; }
.note-text .note-heading { font-weight: 650; }
.note-text :is(pre, code) { font-size: 13px; }
.note-details { display: flex; flex-wrap: wrap; gap: 2px 10px; margin: 8px 0 0; font-size: 13px; color: var(--muted); }
.color::before {
  content: ''; display: inline-block; width: 0.7em; height: 0.7em; margin-inline-end: 5px; border-radius: 50%;
  border: 1px solid var(--color-line); background: var(--color); -webkit-print-color-adjust: exact; print-color-adjust: exact;
}
.tag { color: var(--accent); }
.bookmarks { margin-top: 24px; font-size: 14px; line-height: 1.5; }
.bookmarks ul { padding-inline-start: 20px; }
.bookmarks li { margin: 4px 0; }
.title-page { margin-bottom: 48px; }
.title-page h1 { font-size: 40px; }
.title-page p { margin: 4px 0; color: var(--muted); }
.contents ol { padding-inline-start: 28px; }
.contents li { margin: 8px 0; }
.contents li .facts { display: block; }
.contents + article { margin-top: 64px; }
.index { margin-top: 64px; padding-top: 24px; border-top: 1px solid var(--line-strong); }
.index dl { columns: 2 280px; column-gap: 40px; }
.index dl > div { margin-bottom: 14px; break-inside: avoid-column; }
.index dt { font-weight: 650; } .index dd { margin: 2px 0 2px 14px; font-size: 15px; }
`;

const wide = `@media screen and (min-width: 960px) {
  .with-text .row { display: grid; grid-template-columns: minmax(0, 1fr) 320px; gap: 0 36px; align-items: start; }
  .with-text .row > .notes { margin-top: 28px; }
}
@media screen and (max-width: 560px) {
  main { padding: 20px 16px 48px; }
  header h1, header h2 { font-size: 26px; }
}
`;

/** Paper is white, and has the number of each page at its foot. */
const paper = `@page { margin: 18mm 17mm 20mm; @bottom-center { content: counter(page) ' / ' counter(pages); font: 9pt system-ui, sans-serif; color: #595d65; } }
@media print {
  :root { color-scheme: light; --paper: #fff; --surface: #fff; }
  body { font-size: 11pt; line-height: 1.5; }
  main { max-width: none; margin: 0; padding: 0; }
  header h1, header h2 { font-size: 22pt; }
  .dek { font-size: 13pt; }
  /* The bookmarks of a PDF have the words as they are painted. */
  .label, section .level-2 { text-transform: none; letter-spacing: normal; font-size: 11pt; }
  .note, .quoted { font-size: 9.5pt; }
  .notes { margin: 4mm 0 6mm 6mm; }
  .notes-alone .notes { margin-inline-start: 0; }
  p, li { orphans: 2; widows: 2; }
  tr, img { break-inside: avoid; }
  article + article, .contents + article { border-top: 0; margin-top: 0; padding-top: 0; }
  .plain.with-text article + article, .book article, .contents, .index { break-before: page; }
  .index { margin-top: 0; padding-top: 0; border-top: 0; }
  .title-page { padding-top: 70mm; margin: 0; }
  :target { outline: 0; }
}
`;

/** A style sheet for a `style` element: nothing in it comes from a file or a reader. */
export const styles = `${page}${marks}${wide}${paper}`;
