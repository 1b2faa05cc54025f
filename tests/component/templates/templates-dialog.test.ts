import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { FakeDesktop } from '../../support/fake-desktop.ts';
import { message, openApp } from '../shell/opened-app.ts';

const dialog = page.getByRole('dialog', { name: 'Templates' });
const source = page.getByRole('textbox', { name: 'Liquid' });
const name = page.getByRole('textbox', { name: 'Name' });
const preview = page.getByRole('region', { name: 'Preview' });
const keep = page.getByRole('button', { name: 'Keep' });
const mine = {
  id: '00000000-0000-4000-8000-000000000001',
  name: 'Mine',
  source: '{{ briefing.headline }}',
};

async function openTemplates(prepare: (desktop: FakeDesktop) => void = () => undefined) {
  const { desktop } = await openApp({ prepare });
  desktop.send('command', 'templates');
  await expect.element(dialog).toBeVisible();
  return desktop;
}

describe('the templates', () => {
  it('are written beside what they make of the open briefing', async () => {
    const desktop = await openTemplates();
    await source.fill('{{ briefing.dek }}');
    await expect.element(preview).toHaveTextContent('Made of {{ briefing.dek }}');
    await name.fill('Deks');
    await keep.click();
    await expect.element(message.getByText('The template “Deks” is kept')).toBeVisible();
    expect(desktop.templates).toMatchObject([{ name: 'Deks', source: '{{ briefing.dek }}' }]);
  });

  it('say where a fault is, and are not kept with one', async () => {
    await openTemplates();
    await source.fill('{% if');
    await expect
      .element(page.getByText('Line 1, column 4: The tag if is not closed.'))
      .toBeVisible();
    await expect.element(keep).toBeDisabled();
  });

  it('are not kept without a name', async () => {
    const desktop = await openTemplates();
    await expect.element(preview).toBeVisible();
    await keep.click();
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('Give the template a name first.');
    expect(desktop.templates).toEqual([]);
  });

  it('are chosen, changed and deleted', async () => {
    const desktop = await openTemplates((fake) => void (fake.templates = [mine]));
    await expect.element(name).toHaveValue('Mine');
    await source.fill('Other');
    await keep.click();
    await expect.poll(() => desktop.templates).toEqual([{ ...mine, source: 'Other' }]);
    await page.getByRole('button', { name: 'Delete' }).click();
    await expect.poll(() => desktop.templates).toEqual([]);
    await expect.element(name).toHaveValue('');
  });

  it('are left with Escape', async () => {
    await openTemplates();
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog).not.toBeInTheDocument();
  });
});
