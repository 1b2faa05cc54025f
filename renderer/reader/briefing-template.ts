import { html, nothing, type TemplateResult } from 'lit';
import type { Briefing, Figure } from '../../electron/shared/model/briefing.ts';
import type { OpenedBriefing } from '../../electron/shared/model/listing.ts';
import { formatCredit } from '../../electron/shared/model/part.ts';
import type { OpenReader } from '../state/reader-state.ts';
import { shortDay } from '../ui/day.ts';
import { layoutOf } from './block-layout.ts';
import type { BriefingActions } from './briefing-actions.ts';
import { bannersTemplate } from './briefing-banners.ts';
import { colophonTemplate, metaTemplate } from './briefing-meta.ts';
import type { PartContext } from './part-context.ts';
import { partElementId } from './part-element.ts';
import { partText } from './part-text.ts';
import { photoAge } from './photo-age.ts';
import { sectionsTemplate } from './section-template.ts';
import './figure-picture.ts';

/** The whole briefing, as an article labelled by its headline. */
export function briefingTemplate(
  reader: OpenReader,
  context: PartContext,
  actions: BriefingActions,
): TemplateResult {
  const { opened } = reader;
  const { briefing } = opened;
  const layout = layoutOf(briefing);
  const language = briefing.language ?? nothing;
  return html`<article
    class=${layout.isLarge ? 'large' : nothing}
    aria-labelledby="headline-text"
    lang=${language}
  >
    ${bannersTemplate(reader, actions)} ${metaTemplate(opened, actions)}
    ${warningsTemplate(briefing)} ${headlineTemplate(briefing, context)}
    ${briefing.figures.length === 0 ? nothing : figuresTemplate(opened, context)}
    ${sectionsTemplate(layout, context)}
    ${context.shownItems < layout.size ? nothing : colophonTemplate(opened, actions)}
  </article>`;
}

function warningsTemplate({ warnings }: Briefing): TemplateResult | typeof nothing {
  if (warnings.length === 0) return nothing;
  return html`<div class="briefing-warnings" role="note">
    ${warnings.map(({ message }) => html`<p>${message}</p>`)}
  </div>`;
}

function headlineTemplate(briefing: Briefing, { reachable, tools }: PartContext): TemplateResult {
  return html`<h1
      id=${partElementId('headline')}
      class="part briefing-headline"
      aria-labelledby="headline-text"
      data-part="headline"
      dir="auto"
      tabindex=${reachable === 'headline' ? 0 : -1}
    >
      ${partText(briefing.headline, 'headline-text')}${tools('headline', 'headline')}
    </h1>
    ${
      briefing.dek === null
        ? nothing
        : html`<p
            id=${partElementId('dek')}
            class="part briefing-dek"
            data-part="dek"
            dir="auto"
            tabindex=${reachable === 'dek' ? 0 : -1}
          >
            ${partText(briefing.dek)}${tools('dek', 'dek')}
          </p>`
    }`;
}

function figuresTemplate(opened: OpenedBriefing, context: PartContext): TemplateResult {
  return html`<div class="briefing-figures">
    ${opened.briefing.figures.map((figure, index) => figureTemplate(opened, figure, index, context))}
  </div>`;
}

function figureTemplate(
  { briefing, listing }: OpenedBriefing,
  figure: Figure,
  index: number,
  { reachable, tools }: PartContext,
): TemplateResult {
  const path = `figures/${index}`;
  const age = photoAge(figure, briefing.date);
  return html`<figure
    id=${partElementId(path)}
    class="part"
    data-part=${path}
    tabindex=${reachable === path ? 0 : -1}
  >
    ${
      figure.picture === null
        ? html`<span class="figure-missing">Photo not in the file</span>`
        : html`<readout-figure-picture
            .briefingId=${listing.id}
            .figure=${index}
            .description=${figure.caption ?? ''}
          ></readout-figure-picture>`
    }
    <figcaption dir="auto">
      ${figure.caption === null ? html`<em>No caption</em>` : partText(figure.caption)}
      <span class="figure-credit" dir="auto">
        ${
          figure.credit === null
            ? html`<span class="uncredited">uncredited</span>`
            : formatCredit(figure.credit)
        }
        ${figure.date === null ? nothing : html` · ${shortDay(figure.date)}`}
        ${figure.filePhoto ? html`<span class="figure-age"> · file photo</span>` : nothing}
        ${age === null ? nothing : html`<span class="figure-age"> · ${age}</span>`}
      </span>
    </figcaption>
    ${tools(path, `figure ${index + 1}`)}
  </figure>`;
}
