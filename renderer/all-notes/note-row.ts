import { html, nothing, type TemplateResult } from 'lit';
import type { NoteQuery, NoteRow } from '../../electron/shared/model/note-list.ts';
import { localMoment } from '../ui/day.ts';
import { noteContent, noteTags } from './note-content.ts';

/** What stands in a row of the list. The briefing is left out where it is the group's heading. */
export function noteRow(row: NoteRow, grouping: NoteQuery['group']): TemplateResult {
  const { annotation, briefing, isMissing } = row;
  const { modifiedAt } = annotation;
  const isNamed = grouping !== 'briefing' || isMissing;
  return html`${noteContent(annotation)}
    <div class="details">
      ${noteTags(annotation)}
      ${isNamed ? html`<span class="headline" dir="auto">${briefing.headline}</span>` : nothing}
      ${
        isMissing && grouping !== 'briefing'
          ? html`<span class="missing-mark">without a briefing</span>`
          : nothing
      }
      <time class="when" datetime=${new Date(modifiedAt).toISOString()}
        >${localMoment(modifiedAt)}</time
      >
    </div>`;
}
