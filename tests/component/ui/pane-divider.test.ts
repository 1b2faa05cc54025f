import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { PaneDivider } from '../../../renderer/ui/pane-divider.ts';
import '../../../renderer/ui/pane-divider.ts';
import { mount } from '../support/mount.ts';

const separator = page.getByRole('separator', { name: 'Width of the list' });

/** A divider at 300 CSS pixels between 200 and 900, whose width follows what it asks for. */
async function divide(
  pane: PaneDivider['pane'] = 'before',
  direction = 'ltr',
): Promise<HTMLElement> {
  const { component, container } = await mount('readout-pane-divider');
  container.dir = direction;
  container.style.paddingInline = '300px';
  component.style.height = '400px';
  Object.assign(component, { label: 'Width of the list', pane, width: 300, least: 200, most: 900 });
  component.addEventListener('pane-resize', ({ width }) => (component.width = width));
  await component.updateComplete;
  await expect.element(separator).toHaveAttribute('aria-orientation', 'vertical');
  return container;
}

async function focusAndPress(keys: string): Promise<void> {
  await userEvent.keyboard('{Tab}');
  expect(separator.element().matches(':focus')).toBe(true);
  await userEvent.keyboard(keys);
}

describe('a pane divider', () => {
  it('says its width and its bounds', async () => {
    await divide();
    await expect.element(separator).toHaveAttribute('aria-valuenow', '300');
    await expect.element(separator).toHaveAttribute('aria-valuemin', '200');
    await expect.element(separator).toHaveAttribute('aria-valuemax', '900');
  });

  it.each([
    ['before', 'ltr', '{ArrowRight}', '316'],
    ['before', 'ltr', '{ArrowLeft}{ArrowLeft}', '268'],
    ['after', 'ltr', '{ArrowRight}', '284'],
    ['after', 'ltr', '{ArrowLeft}', '316'],
    ['before', 'rtl', '{ArrowRight}', '284'],
    ['after', 'rtl', '{ArrowRight}', '316'],
  ] as const)(
    'of a pane %s it, in a %s window, is moved by %s to %s',
    async (pane, direction, keys, width) => {
      await divide(pane, direction);
      await focusAndPress(keys);
      await expect.element(separator).toHaveAttribute('aria-valuenow', width);
    },
  );

  it('goes to its bounds with Home and End, and not further', async () => {
    await divide();
    await focusAndPress('{Home}');
    await expect.element(separator).toHaveAttribute('aria-valuenow', '200');
    await userEvent.keyboard('{ArrowLeft}');
    await expect.element(separator).toHaveAttribute('aria-valuenow', '200');
    await userEvent.keyboard('{End}{ArrowRight}');
    await expect.element(separator).toHaveAttribute('aria-valuenow', '900');
  });

  it('is dragged with the mouse, within its bounds, and let go', async () => {
    const container = await divide();
    const left = separator.element().getBoundingClientRect();
    const middle = left.x + left.width / 2 - container.getBoundingClientRect().x;
    const dragTo = (x: number): Promise<void> =>
      userEvent.dragAndDrop(separator, container, { targetPosition: { x, y: 300 } });
    await dragTo(middle + 50);
    await expect.element(separator).toHaveAttribute('aria-valuenow', '350');
    await dragTo(middle - 290);
    await expect.element(separator).toHaveAttribute('aria-valuenow', '200');
    await userEvent.hover(container, { position: { x: middle + 90, y: 300 } });
    await expect.element(separator).toHaveAttribute('aria-valuenow', '200');
  });
});
