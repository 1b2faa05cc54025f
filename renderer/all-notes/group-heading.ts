import { html, nothing, type TemplateResult } from 'lit';
import type { NoteGroup, NoteQuery } from '../../electron/shared/model/note-list.ts';
import { formatNumber } from '../ui/count.ts';
import { longDay } from '../ui/day.ts';

/** What a group is called. */
export function groupName({ key, label }: NoteGroup, grouping: NoteQuery['group']): string {
  if (grouping === 'day') return longDay(key);
  if (grouping === 'tag') return key === '' ? 'Without a tag' : label;
  return key === 'missing' ? 'Without a briefing' : label;
}

/** A group's name with the number of its notes; the group without briefings says what it is. */
export function groupHeading(group: NoteGroup, grouping: NoteQuery['group']): TemplateResult {
  return html`<div class="label">
      <span dir="auto">${groupName(group, grouping)}</span>
      <span class="count">${formatNumber(group.count)}</span>
    </div>
    ${
      grouping === 'briefing' && group.key === 'missing'
        ? html`<div>The files are not in the library any more. Your notes stay.</div>`
        : nothing
    }`;
}
