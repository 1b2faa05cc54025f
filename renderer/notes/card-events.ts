import type { Target } from '../../electron/shared/model/annotation.ts';

/** What the tools of a card do. */
export type CardTool = 'edit' | 'finish' | 'tag' | 'history' | 'remove';

/** The reader pressed a tool of a card. */
export class CardToolEvent extends Event {
  static readonly eventName = 'card-tool';
  readonly tool: CardTool;

  constructor(tool: CardTool) {
    super(CardToolEvent.eventName);
    this.tool = tool;
  }
}

/** The reader chooses a card, or lets it go again; with `range`, all from the one chosen last. */
export class CardSelectEvent extends Event {
  static readonly eventName = 'card-select';
  readonly range: boolean;

  constructor(range: boolean) {
    super(CardSelectEvent.eventName);
    this.range = range;
  }
}

/** Asks to put an annotation that lost its place on a target; `null` lets the reader select it. */
export class CardReattachEvent extends Event {
  static readonly eventName = 'card-reattach';
  readonly annotationTarget: Target | null;

  constructor(target: Target | null) {
    super(CardReattachEvent.eventName, { bubbles: true, composed: true });
    this.annotationTarget = target;
  }
}

/** Asks to show the annotations with a tag only, or no longer only these. */
export class TagFilterEvent extends Event {
  static readonly eventName = 'tag-filter';
  readonly tag: string;

  constructor(tag: string) {
    super(TagFilterEvent.eventName, { bubbles: true, composed: true });
    this.tag = tag;
  }
}

declare global {
  interface HTMLElementEventMap {
    'card-tool': CardToolEvent;
    'card-select': CardSelectEvent;
    'card-reattach': CardReattachEvent;
    'tag-filter': TagFilterEvent;
  }
}
