import { html, nothing, type TemplateResult } from 'lit';
import type {
  Briefing,
  DateProvenance,
  Figure,
  Item,
  Section,
} from '../../electron/shared/model/briefing.ts';
import type { OpenedBriefing } from '../../electron/shared/model/listing.ts';
import { formatCredit, type PartPath } from '../../electron/shared/model/part.ts';
import { counted } from '../ui/count.ts';
import { shortDay } from '../ui/day.ts';
import { photoAge } from './photo-age.ts';
import './figure-picture.ts';

/** What the template needs to know of a part and to say about it. */
export interface PartContext {
  /** The part that Tab reaches; the others are reached with the arrow keys. */
  readonly reachable: PartPath;
  /** The buttons of a part. */
  readonly tools: (path: PartPath, name: string) => TemplateResult;
}

const wordsPerMinute = 230;

/** Ends a line rather than begins one. */
const separator = '\u00a0· ';

const provenances: Readonly<Record<DateProvenance, string>> = {
  'front matter': 'date from the front matter',
  'file name': 'date from the file’s name',
  inferred: 'date inferred from the text',
  caption: 'date of the newest photo',
  'file time': 'date of the file',
};

/** The text of a part, apart from its tools. An id lets it name what it heads. */
function partText(text: string, id?: string): TemplateResult {
  return html`<span data-part-text id=${id ?? nothing}>${text}</span>`;
}

/** The whole briefing, as an article labelled by its headline. */
export function briefingTemplate(opened: OpenedBriefing, context: PartContext): TemplateResult {
  const { briefing } = opened;
  const language = briefing.language ?? nothing;
  return html`<article aria-labelledby="headline-text" lang=${language}>
    ${metaTemplate(opened)} ${warningsTemplate(briefing)} ${headlineTemplate(briefing, context)}
    ${briefing.figures.length === 0 ? nothing : figuresTemplate(opened, context)}
    ${briefing.sections.map((section, index) => sectionTemplate(section, index, context))}
    ${colophonTemplate(opened)}
  </article>`;
}

function metaTemplate({ briefing, listing }: OpenedBriefing): TemplateResult {
  const { source, date } = briefing;
  const minutes = Math.max(1, Math.round(listing.wordCount / wordsPerMinute));
  const day =
    date === null
      ? 'undated'
      : html`<time datetime=${date.value}>${shortDay(date.value)}</time>${separator}<span
            title=${date.evidence ?? nothing}
            >${provenances[date.provenance]}</span
          >`;
  return html`<p class="briefing-meta">
    ${source === null ? nothing : html`<bdi class="source">${source}</bdi> `}${day}${separator}${counted(
      minutes,
      'minute',
    )}
    to read
  </p>`;
}

function warningsTemplate({ warnings }: Briefing): TemplateResult | typeof nothing {
  if (warnings.length === 0) return nothing;
  return html`<div class="briefing-warnings" role="note">
    ${warnings.map(({ message }) => html`<p>${message}</p>`)}
  </div>`;
}

function headlineTemplate(briefing: Briefing, { reachable, tools }: PartContext): TemplateResult {
  return html`<h1
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
  return html`<figure class="part" data-part=${path} tabindex=${reachable === path ? 0 : -1}>
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

function sectionTemplate(section: Section, index: number, context: PartContext): TemplateResult {
  const headingPath = `sections/${index}/heading`;
  const textId = `heading-${index}-text`;
  return html`<section aria-labelledby=${section.heading === null ? nothing : textId}>
    ${
      section.heading === null
        ? nothing
        : html`<h2
            class="part section-heading"
            aria-labelledby=${textId}
            data-part=${headingPath}
            dir="auto"
            tabindex=${context.reachable === headingPath ? 0 : -1}
          >
            ${partText(section.heading, textId)}${context.tools(headingPath, 'heading')}
          </h2>`
    }
    <ul class="section-items">
      ${section.items.map((item, itemIndex) => itemTemplate(item, index, itemIndex, context))}
    </ul>
  </section>`;
}

function itemTemplate(
  item: Item,
  section: number,
  index: number,
  { reachable, tools }: PartContext,
): TemplateResult {
  const path = `sections/${section}/items/${index}`;
  const isNumbered = item.marker !== null && /^\d/.test(item.marker);
  return html`<li
    class="part ${item.kind} ${isNumbered ? 'numbered' : ''}"
    data-part=${path}
    data-marker=${item.marker ?? nothing}
    dir="auto"
    tabindex=${reachable === path ? 0 : -1}
  >
    ${partText(item.text)}${tools(path, `${item.kind} ${index + 1}`)}
  </li>`;
}

function colophonTemplate({ briefing, listing }: OpenedBriefing): TemplateResult {
  return html`<footer class="briefing-colophon">
    ${listing.fileName}${
      briefing.furniture.length === 0
        ? nothing
        : html` · page lines not shown: ${briefing.furniture.join(' · ')}`
    }
  </footer>`;
}
