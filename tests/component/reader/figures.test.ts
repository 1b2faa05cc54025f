import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { FakeDesktop } from '../../support/fake-desktop.ts';
import { briefingId, credit, figure, openedBriefing } from '../support/stories.ts';
import { article, drawn, longSection, pixel, read } from './reading.ts';

const figures = article.getByRole('figure');
const picture = article.getByRole('img');
const missing = article.getByText('The picture cannot be shown');

const first = `${briefingId(1)}/0`;
const ferry = 'The ferry Alkyon leaves the harbour of Norland.';

const manyFigures = Array.from({ length: 60 }, (_, index) =>
  figure({ caption: `Photo ${index}.`, picture: `${index}.png` }),
);

async function expectShown(): Promise<void> {
  await expect
    .poll(() => {
      const shown = picture.query();
      return shown instanceof HTMLImageElement && shown.complete ? shown.naturalWidth : 0;
    })
    .toBe(1);
}

describe('the words under a figure', () => {
  it('are its caption and its credit', async () => {
    await read({
      figures: [
        figure({ credit: credit({ agency: 'Reuters', photographer: 'Susana Vera' }) }),
        figure({ caption: 'A sketch.', credit: credit({ verbatim: 'By hand' }) }),
      ],
    });
    await expect.element(figures.nth(0)).toMatchTextContent(ferry);
    await expect.element(figures.nth(0)).toMatchTextContent('Reuters / Susana Vera');
    await expect.element(figures.nth(1)).toMatchTextContent(/A sketch\.\s+By hand/);
  });

  it('say what the credit says of how the picture came to be', async () => {
    const flags = ['pool', 'handout'] as const;
    await read({ figures: [figure({ credit: credit({ agency: 'AP', via: 'NurPhoto', flags }) })] });
    await expect.element(figures).toMatchTextContent('AP / via NurPhoto (pool, handout)');
  });

  it('say so where there is no credit, and where there is no caption', async () => {
    await read({ figures: [figure({ caption: null })] });
    await expect.element(figures.getByText('No caption')).toBeVisible();
    await expect.element(figures.getByText('uncredited')).toBeVisible();
  });

  it('say the day of the picture, and that it is from the archive', async () => {
    await read({
      figures: [figure({ date: '2026-03-03', filePhoto: true }), figure({ caption: 'Another.' })],
    });
    await expect
      .element(figures.nth(0))
      .toMatchTextContent(/uncredited\s+· 3 Mar 2026\s+· file photo/);
    await expect.element(figures.nth(1)).not.toMatchTextContent(/2026|file photo/);
  });

  it.each([
    ['2026-02-26', null],
    ['2026-02-25', '7 days earlier'],
    ['2025-11-28', '96 days earlier'],
    ['2024-03-05', '729 days earlier'],
    ['2024-03-04', '2 years earlier'],
    ['2016-03-05', '9 years earlier'],
    ['2026-03-09', null],
  ])('say of a picture of %s how much older it is: %s', async (date, age) => {
    await read({ figures: [figure({ date })] });
    if (age === null) await expect.element(figures).not.toMatchTextContent('earlier');
    else await expect.element(figures.getByText(`· ${age}`)).toBeVisible();
  });

  it('say no age where the briefing has no day', async () => {
    await read({ date: null, figures: [figure({ date: '2016-03-05' })] });
    await expect.element(figures).toMatchTextContent('5 Mar 2016');
    await expect.element(figures).not.toMatchTextContent('earlier');
  });

  it('are the same twice where two figures have the same caption', async () => {
    await read({ figures: [figure(), figure()] });
    await expect.element(figures.getByText(ferry)).toHaveLength(2);
  });
});

describe('the picture of a figure', () => {
  it('that is not in the file is said not to be', async () => {
    const { desktop } = await read({ figures: [figure()] });
    await expect.element(figures.getByText('Photo not in the file')).toBeVisible();
    expect(desktop.inputsOf('readPicture')).toEqual([]);
  });

  it('is shown from beside the file, described by its caption', async () => {
    await read({ figures: [figure({ picture: '1.png' })] }, { pictures: { [first]: pixel } });
    await expectShown();
    await expect.element(picture).toHaveAccessibleName(ferry);
  });

  it('belongs to its own figure', async () => {
    const { desktop } = await read(
      { figures: [figure(), figure({ caption: 'The harbour in winter.', picture: '2.png' })] },
      { pictures: { [`${briefingId(1)}/1`]: pixel } },
    );
    await expectShown();
    await expect.element(figures.nth(1).getByRole('img')).toBeInTheDocument();
    expect(desktop.inputsOf('readPicture')).toEqual([{ briefingId: briefingId(1), figure: 1 }]);
  });

  it('that cannot be had is said to be missing', async () => {
    await read({ figures: [figure({ picture: '1.png' })] });
    await expect.element(missing).toBeVisible();
    await expect.element(figures.getByText(ferry)).toBeVisible();
  });

  it('that is no picture at all is said to be missing too', async () => {
    const bytes = new TextEncoder().encode('not a picture');
    await read(
      { figures: [figure({ picture: '1.png' })] },
      { pictures: { [first]: { mediaType: 'image/png', bytes } } },
    );
    await expect.element(missing).toBeVisible();
    await expect.element(picture).not.toBeInTheDocument();
  });

  it('far below is asked for only when the reader comes near it', async () => {
    const { component, desktop } = await read(
      { figures: manyFigures },
      { pictures: { [`${briefingId(1)}/59`]: pixel } },
    );
    await expect.element(missing.first()).toBeVisible();
    expect(desktop.inputsOf('readPicture').length).toBeLessThan(30);
    await userEvent.wheel(component, { delta: { y: 100_000 } });
    await expectShown();
  });

  it('just below the view is asked for before it comes into view', async () => {
    const { component, desktop } = await read(
      { figures: manyFigures },
      {
        pictures: Object.fromEntries(
          manyFigures.map((_, index) => [`${briefingId(1)}/${index}`, pixel]),
        ),
        size: { width: 420, height: 700 },
      },
    );
    await expect.element(picture.first()).toBeVisible();
    const { bottom } = component.getBoundingClientRect();
    const next = figures.elements().findIndex((one) => one.getBoundingClientRect().top > bottom);
    expect(next).toBeGreaterThan(0);
    await expect
      .poll(() => desktop.inputsOf('readPicture').map((input) => input.figure))
      .toContain(next);
  });

  it('is asked for once while it is on its way, however the reader scrolls', async () => {
    let release = (): void => undefined;
    const { component, desktop } = await read(
      { figures: [figure({ picture: '1.png' })], sections: [longSection] },
      {
        pictures: { [first]: pixel },
        prepare: (fake: FakeDesktop) => (release = fake.hold('readPicture')),
      },
    );
    await expect.poll(() => desktop.inputsOf('readPicture').length).toBe(1);
    component.scrollTop = component.scrollHeight;
    await expect.element(figures).not.toBeInViewport();
    await drawn();
    component.scrollTop = 0;
    await expect.element(figures).toBeInViewport();
    await drawn();
    release();
    await expectShown();
    expect(desktop.inputsOf('readPicture')).toHaveLength(1);
  });

  it('follows the open briefing', async () => {
    const library = [1, 2].map((number) =>
      openedBriefing(number, { figures: [figure({ picture: '1.png' })] }),
    );
    const { stores } = await read({}, { library, pictures: { [first]: pixel } });
    await expectShown();
    await stores.reader.open(briefingId(2));
    await expect.element(missing).toBeVisible();
    await stores.reader.open(briefingId(1));
    await expectShown();
    await expect.element(missing).not.toBeInTheDocument();
  });
});
