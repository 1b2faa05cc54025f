import { html, nothing, type TemplateResult } from 'lit';
import {
  type BriefingDifference,
  compareBriefings,
} from '../../electron/shared/difference/compare-briefings.ts';
import { summaryOf } from '../../electron/shared/difference/summary.ts';
import type { OpenedBriefing } from '../../electron/shared/model/listing.ts';
import type { OpenReader } from '../state/reader-state.ts';
import { icon } from '../ui/icon.ts';
import type { BriefingActions } from './briefing-actions.ts';

/** What is different from the version that was read last; `null` where the file did not change. */
export function changesSinceRead({
  briefing,
  lastRead,
}: OpenedBriefing): BriefingDifference | null {
  return lastRead === null ? null : compareBriefings(lastRead.briefing, briefing);
}

/** What changed, in a sentence; `null` where the file did not change since it was read. */
export function changeLine(opened: OpenedBriefing): string | null {
  const difference = changesSinceRead(opened);
  if (difference === null) return null;
  const summary = summaryOf(difference);
  return summary === ''
    ? 'The file changed on disk since you read it, its text did not.'
    : `Changed on disk since you read it: ${summary}.`;
}

function noteTemplate(message: string): TemplateResult {
  return html`<div class="briefing-banner" role="note">
    ${icon('alert')}
    <p>${message}</p>
  </div>`;
}

function changeTemplate(
  opened: OpenedBriefing,
  { showChanges, keepVersion }: BriefingActions,
): TemplateResult | typeof nothing {
  const line = changeLine(opened);
  if (line === null) return nothing;
  const isVisible = changesSinceRead(opened)?.changes.length !== 0;
  return html`<div class="briefing-banner changed" role="note" aria-label="Changes of the file">
    ${icon('history')}
    <p>${line}</p>
    <div class="banner-actions">
      ${
        isVisible
          ? html`<button class="button" @click=${showChanges}>Show changes</button>`
          : nothing
      }
      <button class="button" @click=${keepVersion}>Keep this version</button>
    </div>
  </div>`;
}

/** What the reader should know of the file before the text. */
export function bannersTemplate(
  { opened, gone }: OpenReader,
  actions: BriefingActions,
): TemplateResult {
  const kept = gone === null ? opened.kept : `${gone} This is the text as it was read before.`;
  return html`${kept === null ? nothing : noteTemplate(kept)}${changeTemplate(opened, actions)}`;
}
