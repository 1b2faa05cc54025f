import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { colorSchema } from '../../../electron/shared/model/annotation.ts';
import { emulateMedia } from './emulated-media.ts';
import { article, drag, painted, read, texts, textOf, toolbar } from './reading.ts';

const bullet = textOf(texts.bullet);

beforeEach(() => emulateMedia('forced-colors', 'active'));
afterEach(() => emulateMedia('forced-colors', 'none'));

function styleOf(name: string): CSSStyleDeclaration {
  return getComputedStyle(bullet.element(), `::highlight(readout-${name})`);
}

/** A colour of the system, as it is computed. */
function systemColor(name: string): string {
  const probe = document.createElement('div');
  probe.style.cssText = `forced-color-adjust: none; color: ${name}`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

describe('with forced colours', () => {
  it('the five highlights differ by their lines, in colours of the system', async () => {
    await read();
    expect(matchMedia('(forced-colors: active)').matches).toBe(true);
    const styles = colorSchema.options.map(styleOf);
    expect(new Set(styles.map((style) => style.textDecorationStyle)).size).toBe(5);
    for (const style of styles) {
      expect(style.textDecorationLine).toBe('underline');
      expect(style.backgroundColor).toBe(systemColor('Mark'));
      expect(style.color).toBe(systemColor('MarkText'));
      expect(style.textDecorationColor).toBe(systemColor('MarkText'));
    }
  });

  it('the active one looks different from all of them', async () => {
    await read();
    const style = styleOf('active');
    expect(style.backgroundColor).toBe(systemColor('Highlight'));
    expect(style.color).toBe(systemColor('HighlightText'));
    expect(parseFloat(style.textDecorationThickness)).toBeGreaterThan(
      parseFloat(styleOf('yellow').textDecorationThickness),
    );
  });

  it('hits of the search have a line above, too, and the current one is like none of them', async () => {
    await read();
    for (const name of ['hit', 'found']) {
      expect(styleOf(name).textDecorationLine).toBe('underline overline');
      expect(styleOf(name).backgroundColor).toBe(systemColor('Mark'));
      expect(styleOf(`${name}-current`).backgroundColor).toBe(systemColor('Highlight'));
    }
  });

  it('what is pressed above the text looks different from what is not', async () => {
    await read();
    const [pressed, other] = ['Read', 'Pinned'].map((name) =>
      getComputedStyle(article.getByRole('button', { name, exact: true }).element()),
    );
    expect(pressed?.backgroundColor).toBe(systemColor('Highlight'));
    expect(other?.backgroundColor).not.toBe(pressed?.backgroundColor);
  });

  it('the colours of the bar can be told apart', async () => {
    await read();
    await drag(bullet, 'runs again');
    await expect.element(toolbar).toBeVisible();
    const swatches = toolbar.getByRole('button', { name: /^Highlight/ }).elements();
    const colors = swatches.map((swatch) => getComputedStyle(swatch).backgroundColor);
    expect(new Set(colors).size).toBe(5);
    expect(painted('yellow')).toEqual([]);
  });
});
