import { html, render } from 'lit';
import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import '../../../renderer/ui/text-difference.ts';
import { faultsInThemes } from '../support/accessibility.ts';

let box: HTMLElement | null = null;

afterEach(() => box?.remove());

function mountDifference(older: string, newer: string): HTMLElement {
  box = document.createElement('main');
  document.body.append(box);
  render(
    html`<readout-text-difference .older=${older} .newer=${newer}></readout-text-difference>`,
    box,
  );
  return box;
}

describe('a difference of two texts', () => {
  it('strikes through what was deleted and marks what was inserted', async () => {
    mountDifference('The ferry runs daily.', 'The ferry runs on <b>Sundays</b>.');
    await expect.element(page.getByRole('deletion')).toHaveTextContent('daily');
    await expect.element(page.getByRole('insertion')).toHaveTextContent('on <b>Sundays</b>');
  });

  it('marks nothing where nothing changed', async () => {
    mountDifference('The same.', 'The same.');
    await expect.element(page.getByText('The same.')).toBeVisible();
    await expect.element(page.getByRole('deletion')).not.toBeInTheDocument();
    await expect.element(page.getByRole('insertion')).not.toBeInTheDocument();
  });

  it('has no fault that axe-core finds, in light and in dark', async () => {
    const container = mountDifference('one two three', 'one 2 three');
    await expect.element(page.getByRole('insertion')).toBeVisible();
    expect(await faultsInThemes(container)).toEqual({ light: [], dark: [] });
  });
});
