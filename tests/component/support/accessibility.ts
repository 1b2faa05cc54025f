import axe from 'axe-core';
import { useTheme } from './mount.ts';

/**
 * What axe-core finds wrong in an element, shadow roots included, one line a fault:
 * `color-contrast: .details — Elements must meet minimum color contrast ratio thresholds`.
 */
export async function faultsIn(element: Element): Promise<readonly string[]> {
  const { violations } = await axe.run(element, { resultTypes: ['violations'] });
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target.flat().join(' ')} — ${help}`),
  );
}

/** The faults in an element shown in light and in dark. */
export async function faultsInThemes(
  element: Element,
): Promise<Readonly<Record<'light' | 'dark', readonly string[]>>> {
  useTheme('light');
  const light = await faultsIn(element);
  useTheme('dark');
  const dark = await faultsIn(element);
  return { light, dark };
}
