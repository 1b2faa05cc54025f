import { describe, expect, it } from 'vitest';
import { faultsInThemes } from '../support/accessibility.ts';
import {
  annotation,
  briefingId,
  bullet,
  credit,
  figure,
  highlight,
  openedBriefing,
  section,
} from '../support/stories.ts';
import { openApp } from '../shell/opened-app.ts';
import {
  article,
  drag,
  painted,
  partWith,
  pixel,
  read,
  texts,
  textOf,
  toolbar,
  withMarks,
} from './reading.ts';

const none = { light: [], dark: [] };

const pictures = { [`${briefingId(1)}/0`]: pixel };

describe('axe-core finds no fault, in light and in dark', () => {
  it('in a briefing with everything a briefing can have', async () => {
    const reuters = credit({ agency: 'Reuters', photographer: 'Susana Vera', flags: ['pool'] });
    const { container } = await read(
      {
        figures: [
          figure({ credit: reuters, date: '2016-03-05', filePhoto: true, picture: '1.png' }),
          figure({ caption: null }),
          figure({ picture: '3.png' }),
        ],
        sections: [
          section(null, 'A line before every heading.'),
          { heading: 'Overview', items: [bullet('One.', '1.'), bullet('Two.', '2.')] },
          section('Reactions', texts.bullet),
        ],
        furniture: ['Hero image'],
        warnings: [{ kind: 'encoding guessed', message: 'The encoding was guessed.' }],
      },
      { pictures },
    );
    await expect.element(article.getByRole('img')).toBeInTheDocument();
    await expect.element(article.getByText('The picture cannot be shown')).toBeVisible();
    expect(await faultsInThemes(container)).toEqual(none);
  });

  it('in a picture without a caption', async () => {
    const { component, container } = await read(
      { figures: [figure({ caption: null, picture: '1.png' })] },
      { pictures },
    );
    await expect.poll(() => component.querySelector('img')).not.toBeNull();
    expect(await faultsInThemes(container)).toEqual(none);
  });

  it('in an Arabic briefing', async () => {
    const { container } = await read({
      language: 'ar',
      headline: 'عودة العبّارات إلى الخط الشمالي',
      dek: null,
      sections: [section('نظرة عامة', 'تعمل العبّارة من جديد في أيام الأسبوع.')],
    });
    expect(await faultsInThemes(container)).toEqual(none);
  });

  it('in a text with highlights, notes and the tools of a part', async () => {
    const target = { kind: 'part', part: 'dek', quote: texts.dek } as const;
    const mark = highlight(1, 'sections/0/items/0', texts.bullet, 'runs again');
    const { container } = await read({}, withMarks(mark, annotation(2, { target })));
    await expect.poll(() => painted('yellow')).toEqual(['runs again']);
    await partWith(texts.bullet).hover();
    expect(await faultsInThemes(container)).toEqual(none);
  });

  it('in the bar at a selected passage', async () => {
    const { container } = await read();
    await drag(textOf(texts.bullet), 'runs again');
    await expect.element(toolbar).toBeVisible();
    expect(await faultsInThemes(container)).toEqual(none);
  });

  it('in the whole window with a briefing open', async () => {
    const { container } = await openApp({ library: [openedBriefing(1, { figures: [figure()] })] });
    expect(await faultsInThemes(container)).toEqual(none);
  });
});
