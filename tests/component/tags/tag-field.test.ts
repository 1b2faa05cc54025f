import { html, render } from 'lit';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { TagsChangeEvent } from '../../../renderer/tags/tag-field.ts';
import '../../../renderer/tags/tag-field.ts';
import { faultsInThemes } from '../support/accessibility.ts';
import { expectFocus } from '../shell/opened-app.ts';

const input = page.getByRole('combobox', { name: 'Tags of the story' });
const options = page.getByRole('listbox', { name: 'Tags in use' }).getByRole('option');

let box: HTMLElement | null = null;

afterEach(() => box?.remove());

interface Mounted {
  readonly tags: () => readonly string[];
  readonly handleLeave: ReturnType<typeof vi.fn>;
}

/** A field with these tags, as a form keeps them, and the focus in it. */
async function mountField(first: readonly string[] = []): Promise<Mounted> {
  let tags = first;
  const handleLeave = vi.fn();
  const container = document.createElement('main');
  box = container;
  document.body.append(container);
  const known = ['energy/grid', 'energy/oil', 'Ports', 'ports/north'];
  const update = (): void => {
    render(
      html`<readout-tag-field
          label="Tags of the story"
          .tags=${tags}
          .known=${known}
          @tags-change=${(event: TagsChangeEvent) => {
            tags = event.tags;
            update();
          }}
          @tags-leave=${handleLeave}
        ></readout-tag-field>
        <button>After</button>`,
      container,
    );
  };
  update();
  await input.click();
  return { tags: () => tags, handleLeave };
}

describe('what is typed into the tag field', () => {
  it.each(['{Enter}', ',', '{Tab}'])('becomes a tag with %s', async (key) => {
    const { tags } = await mountField(['old']);
    await userEvent.keyboard(`#Sea  trade${key}`);
    expect(tags()).toEqual(['old', 'Sea trade']);
    await expect.element(page.getByText('#Sea trade')).toBeVisible();
    await expect.element(input).toHaveValue('');
    await expectFocus(input);
  });

  it('becomes a tag when the field is left', async () => {
    const { tags } = await mountField();
    await userEvent.keyboard('ships');
    await page.getByRole('button', { name: 'After' }).click();
    expect(tags()).toEqual(['ships']);
  });

  it('becomes no tag with Escape, which leaves', async () => {
    const { tags, handleLeave } = await mountField();
    await userEvent.keyboard('ships{Escape}');
    expect(handleLeave).toHaveBeenCalledOnce();
    expect(tags()).toEqual([]);
  });

  it('stays with a reason where it can be no tag', async () => {
    const { tags } = await mountField();
    await input.fill('x'.repeat(201));
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('alert')).toBeVisible();
    expect(tags()).toEqual([]);
    await expect.element(input).toHaveValue('x'.repeat(201));
  });

  it('is text, whatever was pasted', async () => {
    const { tags } = await mountField();
    await input.fill('<img src=x onerror=alert(1)>');
    await userEvent.keyboard('{Enter}');
    expect(tags()).toEqual(['<img src=x onerror=alert(1)>']);
    await expect.element(page.getByText('#<img src=x onerror=alert(1)>')).toBeVisible();
    expect(document.querySelector('img')).toBeNull();
  });

  it('makes no second tag of the same name', async () => {
    const { tags } = await mountField(['ships']);
    await userEvent.keyboard('ships{Enter}');
    expect(tags()).toEqual(['ships']);
    await expect.element(input).toHaveValue('');
  });
});

describe('the tag field', () => {
  it('lets Tab go on when nothing is typed', async () => {
    await mountField();
    await userEvent.keyboard('{Tab}');
    await expectFocus(page.getByRole('button', { name: 'After' }));
  });

  it('takes the last tag off with Backspace', async () => {
    const { tags } = await mountField(['one', 'two']);
    await userEvent.keyboard('{Backspace}');
    expect(tags()).toEqual(['one']);
  });

  it('takes a tag off with its cross', async () => {
    const { tags } = await mountField(['one', 'two']);
    await page.getByRole('button', { name: 'Remove the tag one' }).click();
    expect(tags()).toEqual(['two']);
    await expectFocus(input);
  });

  it('proposes tags in use, the outer ones and the inner ones', async () => {
    const { tags } = await mountField(['energy/oil']);
    await userEvent.keyboard('ener');
    await expect.element(input).toHaveAttribute('aria-expanded', 'true');
    expect(options.elements().map((option) => option.textContent.trim())).toEqual([
      'energy',
      'energy/grid',
    ]);
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await expect.element(options.nth(1)).toHaveAttribute('aria-selected', 'true');
    await userEvent.keyboard('{Enter}');
    expect(tags()).toEqual(['energy/oil', 'energy/grid']);
    await expect.element(input).toHaveAttribute('aria-expanded', 'false');
  });

  it('takes a proposed tag that is pressed', async () => {
    const { tags } = await mountField();
    await userEvent.keyboard('nor');
    await options.first().click();
    expect(tags()).toEqual(['ports/north']);
    await expectFocus(input);
  });

  it('has no fault that axe-core finds, in light and in dark', async () => {
    await mountField(['energy/oil']);
    await userEvent.keyboard('ener{ArrowDown}');
    await expect.element(options.first()).toBeVisible();
    const container = page.getByRole('main').element();
    expect(await faultsInThemes(container)).toEqual({ light: [], dark: [] });
  });
});
