import type { Page } from 'playwright';

/** Selects a passage of the open briefing by dragging the mouse over it. */
export async function selectPassage(page: Page, text: string): Promise<void> {
  const holder = page.locator('[data-part-text]', { hasText: text });
  await holder.scrollIntoViewIfNeeded();
  const [start, end] = await holder.evaluate((element, exact) => {
    const node = [...element.childNodes].find((child) => child.textContent?.includes(exact));
    const from = node?.textContent?.indexOf(exact) ?? -1;
    if (node === undefined || from < 0) throw new Error('The passage is not there.');
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, from + exact.length);
    const rectangles = [...range.getClientRects()];
    const [first, last] = [rectangles[0], rectangles.at(-1)];
    if (first === undefined || last === undefined) throw new Error('The passage is not shown.');
    return [
      { x: first.left + 1, y: first.top + first.height / 2 },
      { x: last.right - 1, y: last.top + last.height / 2 },
    ] as const;
  }, text);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 8 });
  await page.mouse.up();
}
