import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { annotation, markId } from '../support/stories.ts';
import { mount } from '../support/mount.ts';
import { notesPane, openApp } from '../shell/opened-app.ts';
import '../../../renderer/ui/markdown-text.ts';

async function show(text: string): Promise<ParentNode> {
  const { component } = await mount('readout-markdown-text');
  component.text = text;
  await component.updateComplete;
  return component.renderRoot;
}

/** Every element of a rendered note that could run, load, link out or take input. */
const active =
  'script, style, link, img, picture, video, audio, source, iframe, object, embed, svg, math, ' +
  'form, input, button, textarea, base, meta, a[href], [src], [href], [style]';

function handlersIn(root: ParentNode): readonly string[] {
  return [...root.querySelectorAll('*')].flatMap((element) =>
    element.getAttributeNames().filter((name) => name.startsWith('on')),
  );
}

/** The addresses outside of the test server that the page has asked for. */
function loadedFrom(host: string): readonly string[] {
  return performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.includes(host));
}

describe('a rendered note', () => {
  it('has the structure and the emphasis of its Markdown', async () => {
    await show(
      '# Fares\n\nThey **rose** and *fell*.\n\n- one\n- two\n\n> said the mayor\n\n`code`',
    );
    await expect.element(page.getByRole('heading', { level: 1, name: 'Fares' })).toBeVisible();
    await expect.element(page.getByRole('listitem').nth(1)).toHaveTextContent('two');
    await expect.element(page.getByRole('blockquote')).toHaveTextContent('said the mayor');
    await expect.element(page.getByRole('strong')).toHaveTextContent('rose');
    await expect.element(page.getByRole('emphasis')).toHaveTextContent('fell');
    await expect.element(page.getByRole('code')).toHaveTextContent('code');
  });

  it('keeps line breaks, the first number of a list, and tables', async () => {
    const root = await show('one\ntwo\n\n3. three\n\n| a | b |\n|---|---|\n| 1 | 2 |');
    expect(root.querySelectorAll('p br')).toHaveLength(1);
    expect(root.querySelector('ol')?.start).toBe(3);
    await expect.element(page.getByRole('cell', { name: '2' })).toBeVisible();
  });

  it('changes with its text', async () => {
    const { component } = await mount('readout-markdown-text');
    component.text = 'before';
    await expect.element(page.getByText('before')).toBeVisible();
    component.text = 'after';
    await expect.element(page.getByText('after')).toBeVisible();
    await expect.element(page.getByText('before')).not.toBeInTheDocument();
  });

  it('sets Arabic from right to left', async () => {
    await show('عودة العبّارات');
    expect(getComputedStyle(page.getByText('عودة العبّارات').element()).direction).toBe('rtl');
  });
});

describe('what could do harm in a note', () => {
  afterEach(() => void Reflect.deleteProperty(window, 'harm'));

  it.each([
    ['a script', '<script>window.harm = true</script>'],
    ['an image with a handler', '<img src="x" onerror="window.harm = true">'],
    ['a vector image with a handler', '<svg onload="window.harm = true"><circle r="9" /></svg>'],
    ['a frame', '<iframe srcdoc="<script>parent.harm = true</script>"></iframe>'],
    ['a style', '<style>:host { display: none }</style>'],
    [
      'a form',
      '<form action="https://collect.invalid/"><input name="a"><button>Go</button></form>',
    ],
    ['a handler on emphasis', '<em onmouseover="window.harm = true">over</em>'],
    ['HTML inside of Markdown', '**bold <details open ontoggle="window.harm = true">** x'],
    ['HTML in a fence', '```html\n<img src=x onerror="window.harm = true">\n```'],
    ['nested quotes', '[a](" onmouseover="window.harm = true" x=")'],
  ])('stays text: %s', async (_name, text) => {
    const root = await show(text);
    expect(root.querySelector(active.replace('style, ', 'div > style, '))).toBeNull();
    expect(handlersIn(root)).toEqual([]);
    await new Promise(requestAnimationFrame);
    expect('harm' in window).toBe(false);
  });

  it.each([
    ['of JavaScript', '[press](javascript:window.harm=true)'],
    ['of JavaScript, disguised', '[press](JaVaScRiPt&colon;window.harm=true)'],
    ['of data', '[press](data:text/html;base64,PHNjcmlwdD4=)'],
    ['to a file', '[press](file:///etc/passwd)'],
    ['to the web', '[press](https://collect.invalid/ "title")'],
    ['by reference', '[press][there]\n\n[there]: https://collect.invalid/'],
    ['in angle brackets', '<https://collect.invalid/press>'],
  ])('shows the words of a link, which leads nowhere: %s', async (_name, text) => {
    const root = await show(text);
    expect(root.querySelectorAll('a')).toHaveLength(0);
    await expect.element(page.getByText(/press/)).toBeVisible();
    await page.getByText(/press/).click();
    expect('harm' in window).toBe(false);
  });

  it.each([
    ['a remote image', '![map](https://collect.invalid/map.png)'],
    ['an image by reference', '![map][m]\n\n[m]: https://collect.invalid/map.png'],
    ['a remote image in HTML', '<img src="https://collect.invalid/map.png">'],
    ['an inline image', '![map](data:image/png;base64,iVBORw0KGgo=)'],
  ])('loads nothing: %s', async (_name, text) => {
    const root = await show(text);
    await new Promise(requestAnimationFrame);
    expect(root.querySelector('img, [src]')).toBeNull();
    expect(loadedFrom('collect.invalid')).toEqual([]);
  });

  it('does none in the pane for notes either', async () => {
    const note =
      'Words <script>window.harm = true</script><img src=x onerror="window.harm = true"> ' +
      '[press](javascript:window.harm=true) ![map](https://collect.invalid/map.png)';
    await openApp({
      prepare: ({ annotations }) => annotations.set(markId(1), annotation(1, { note })),
    });
    await expect.element(notesPane.getByText(/Words <script>/)).toBeVisible();
    await notesPane.getByText(/press/).click();
    expect('harm' in window).toBe(false);
    expect(loadedFrom('collect.invalid')).toEqual([]);
    expect(notesPane.getByRole('link').elements()).toEqual([]);
    expect(notesPane.getByRole('img').elements()).toEqual([]);
  });
});
