import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { press } from '../shell/opened-app.ts';
import { linked } from './kinds.ts';
import { article, read } from './reading.ts';

const address = 'https://harbour.example/report?id=1';

function withLink(target: string) {
  return read({
    sections: [{ heading: null, items: [linked('More in the report.', 'the report', target)] }],
  });
}

const link = article.getByRole('link', { name: 'the report' });

describe('a link of the text', () => {
  it('shows its address while it is pointed at or has the focus', async () => {
    await withLink(address);
    const shown = page.getByText(address);
    await expect.element(shown).not.toBeInTheDocument();
    await link.hover();
    await expect.element(shown).toBeVisible();
    await article.getByRole('heading', { level: 1 }).hover();
    await expect.element(shown).not.toBeInTheDocument();
    link.element().focus();
    await expect.element(shown).toBeVisible();
  });

  it('tells screen readers its address', async () => {
    await withLink(address);
    await expect.element(link).toHaveAttribute('aria-description', address);
  });

  it.each([
    ['a click', async () => link.click()],
    [
      'Enter',
      async () => {
        link.element().focus();
        await press('{Enter}');
      },
    ],
  ])('asks the app to open it on %s, and the page stays', async (_, act) => {
    const { desktop } = await withLink(address);
    const { href } = window.location;
    await act();
    await expect.poll(() => desktop.inputsOf('openLink')).toEqual([{ target: address }]);
    expect(window.location.href).toBe(href);
  });

  it.each([
    'http://harbour.example/',
    'javascript:window.followed = true',
    ' java\nscript:window.followed = true',
    'data:text/html,<script>window.followed = true</script>',
    'file:///etc/passwd',
    'vbscript:x',
    'blob:https://a.example/1',
    '//harbour.example/x',
    '../report.txt',
    '',
    `https://harbour.example/${'x'.repeat(9000)}`,
  ])('is only shown with the address “%s”', async (target) => {
    const { desktop, stores } = await withLink(target);
    expect(article.element().querySelector('[href]')).toBeNull();
    await link.click();
    await expect
      .poll(() => stores.messages.state.get()?.text)
      .toMatch(/^This address can only be shown: /);
    expect(desktop.inputsOf('openLink')).toEqual([]);
    stores.messages.state.get()?.action?.run();
    await expect.poll(() => desktop.calls).toEqual([`copyText ${target}`]);
    expect('followed' in window).toBe(false);
  });

  it.each(['https://harbour.example/', 'mailto:office@harbour.example'])(
    'leads to nothing but https and mailto: %s',
    async (target) => {
      await withLink(target);
      await expect.element(link).toHaveAttribute('href', target);
    },
  );
});
