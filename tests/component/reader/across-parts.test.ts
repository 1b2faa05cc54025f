import { describe, expect, it } from 'vitest';
import { briefingId, figure, openedBriefing } from '../support/stories.ts';
import { faultsInThemes } from '../support/accessibility.ts';
import { headline, openApp, press } from '../shell/opened-app.ts';
import { painted, selectFrom, texts, textOf, toolbar } from './reading.ts';

const caption = 'The ferry Alkyon leaves the harbour of Norland.';
const library = [openedBriefing(1, { figures: [figure()] }), openedBriefing(2)];

const stretches = ['Norland, part 1', texts.dek, caption, 'Overview', texts.bullet, 'Tickets cost'];

async function highlightAcross(key: string) {
  const app = await openApp({ library });
  await expect.element(textOf(texts.secondBullet)).toBeVisible();
  selectFrom(textOf(texts.headline), 'Norland', textOf(texts.secondBullet), 'Tickets cost');
  await expect.element(toolbar).toBeVisible();
  await press(key);
  return app;
}

describe('a selection across headline, caption, heading and bullets', () => {
  it('is one annotation, painted in all of them', async () => {
    const { desktop } = await highlightAcross('1');
    await expect.poll(() => painted('yellow')).toEqual(stretches);
    expect(painted('active')).toEqual(stretches);
    await expect
      .poll(() => [...desktop.annotations.values()])
      .toMatchObject([
        { color: 'yellow', target: { part: 'headline', quote: { exact: stretches.join('\n') } } },
      ]);
  });

  it('has no words of a credit, a tool or a date in it', async () => {
    const { desktop } = await highlightAcross('2');
    await expect.poll(() => desktop.annotations.size).toBe(1);
    const [mark] = desktop.annotations.values();
    expect(JSON.stringify(mark?.target)).not.toMatch(/uncredited|Bookmark|minute/);
  });

  it('is painted in all of them when the briefing is opened again', async () => {
    const { desktop, stores } = await highlightAcross('3');
    await expect.poll(() => desktop.annotations.size).toBe(1);
    await press('j');
    await expect.element(headline).toMatchTextContent('Ferries of Norland, part 2');
    await expect.poll(() => painted('blue')).toEqual([]);
    await stores.reader.open(briefingId(1));
    await expect.poll(() => painted('blue')).toEqual(stretches);
  });

  it('is gone to and coloured as one', async () => {
    const { desktop } = await highlightAcross('4');
    await expect.poll(() => painted('pink')).toEqual(stretches);
    await press('{Escape}h5');
    await expect.poll(() => painted('purple')).toEqual(stretches);
    expect(painted('active')).toEqual(stretches);
    expect(desktop.annotations.size).toBe(1);
  });

  it('leaves nothing that axe-core finds', async () => {
    const { container } = await highlightAcross('1');
    await expect.poll(() => painted('active')).toEqual(stretches);
    await press('{Enter}');
    expect(await faultsInThemes(container)).toEqual({ light: [], dark: [] });
  });
});
