import { describe, expect, it, vi } from 'vitest';
import { checkLink, openLink } from '../../../electron/open-link.ts';
import { success } from '../../../electron/shared/result.ts';

describe('checkLink', () => {
  it.each([
    ['https://example.test', 'https://example.test/'],
    [' HTTPS://Example.test/a b?q=ü#ß ', 'https://example.test/a%20b?q=%C3%BC#%C3%9F'],
    ['https://bücher.test/', 'https://xn--bcher-kva.test/'],
    ['https://аррӏе.test/', 'https://xn--80ak6aa92e.test/'],
    ['https:example.test', 'https://example.test/'],
    ['https://example.test/\u202egpj.exe', 'https://example.test/%E2%80%AEgpj.exe'],
    ['mailto:desk@example.test', 'mailto:desk@example.test'],
    [
      'mailto:a@b.test?subject=Ferry&body=Hello&cc=c@d.test',
      'mailto:a@b.test?subject=Ferry&body=Hello&cc=c@d.test',
    ],
  ])('lets %s through, as %s', (target, href) => {
    const checked = checkLink(target);
    expect(checked.ok ? checked.value.href : checked.problem.message).toBe(href);
  });

  it.each([
    '',
    'example.test',
    '/etc/passwd',
    'http://example.test/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,x',
    'smb://host/share',
    'vscode://file/etc/passwd',
    'app://bundle/index.html',
    'ms-msdt:/id PCWDiagnostic',
    'https://',
    'https://user@example.test/',
    'https://user:word@example.test/',
    'https://paypal.test:secret@evil.test/',
    'mailto:a@b.test?attach=/etc/passwd',
    'mailto:a@b.test?Attachment=/etc/passwd',
    'mailto:a@b.test?subject=x&bcc=y@z.test&attach=/etc/passwd',
  ])('refuses %j', (target) => expect(checkLink(target).ok).toBe(false));
});

describe('openLink', () => {
  const openExternal = vi.fn(() => Promise.resolve());
  const asking = (answer: boolean) =>
    vi.fn<(address: URL) => Promise<boolean>>(() => Promise.resolve(answer));

  it('shows the very address that is opened then', async () => {
    const ask = asking(true);
    const outcome = await openLink('https://bücher.test/a b', { ask, openExternal });
    expect(outcome).toEqual(success({ opened: true }));
    expect(ask.mock.calls[0]?.[0].href).toBe('https://xn--bcher-kva.test/a%20b');
    expect(openExternal).toHaveBeenLastCalledWith('https://xn--bcher-kva.test/a%20b');
  });

  it('opens nothing where the reader does not want it', async () => {
    openExternal.mockClear();
    const outcome = await openLink('https://example.test/', { ask: asking(false), openExternal });
    expect(outcome).toEqual(success({ opened: false }));
    expect(openExternal).not.toHaveBeenCalled();
  });

  it('asks about nothing that is refused', async () => {
    const ask = asking(true);
    const outcome = await openLink('javascript:alert(1)', { ask, openExternal });
    expect(outcome).toMatchObject({ ok: false });
    expect(ask).not.toHaveBeenCalled();
  });

  it('says so where the system cannot open it', async () => {
    const outcome = await openLink('https://example.test/', {
      ask: asking(true),
      openExternal: () => Promise.reject(new Error('No browser.')),
    });
    expect(outcome.ok ? '' : outcome.problem.message).toContain('No browser.');
  });
});
