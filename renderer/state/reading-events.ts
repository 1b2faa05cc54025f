import type { Target } from '../../electron/shared/model/annotation.ts';
import type { PartPath } from '../../electron/shared/model/part.ts';

/** Asks to show an annotation's card. */
export class AnnotationOpenEvent extends Event {
  static readonly eventName = 'annotation-open';
  readonly annotationId: string;

  constructor(annotationId: string) {
    super(AnnotationOpenEvent.eventName, { bubbles: true, composed: true });
    this.annotationId = annotationId;
  }
}

/** Asks to bring the passage of an annotation of the open briefing into view. */
export class AnnotationRevealEvent extends Event {
  static readonly eventName = 'annotation-reveal';
  readonly annotationId: string;

  constructor(annotationId: string) {
    super(AnnotationRevealEvent.eventName, { bubbles: true, composed: true });
    this.annotationId = annotationId;
  }
}

/** Asks to tag a target of the open briefing. */
export class TagWriteEvent extends Event {
  static readonly eventName = 'tag-write';
  readonly annotationTarget: Target;

  constructor(target: Target) {
    super(TagWriteEvent.eventName, { bubbles: true, composed: true });
    this.annotationTarget = target;
  }
}

/** Asks to write a note on a target of the open briefing. */
export class NoteWriteEvent extends Event {
  static readonly eventName = 'note-write';
  readonly annotationTarget: Target;

  constructor(target: Target) {
    super(NoteWriteEvent.eventName, { bubbles: true, composed: true });
    this.annotationTarget = target;
  }
}

/** Asks to set or remove the bookmark at a part; `null` is the whole briefing. */
export class BookmarkToggleEvent extends Event {
  static readonly eventName = 'bookmark-toggle';
  readonly part: PartPath | null;

  constructor(part: PartPath | null) {
    super(BookmarkToggleEvent.eventName, { bubbles: true, composed: true });
    this.part = part;
  }
}

/** Asks to bring a part of the open briefing into view and to focus it. */
export class PartRevealEvent extends Event {
  static readonly eventName = 'part-reveal';
  readonly part: PartPath;

  constructor(part: PartPath) {
    super(PartRevealEvent.eventName, { bubbles: true, composed: true });
    this.part = part;
  }
}

declare global {
  interface HTMLElementEventMap {
    'annotation-open': AnnotationOpenEvent;
    'annotation-reveal': AnnotationRevealEvent;
    'note-write': NoteWriteEvent;
    'bookmark-toggle': BookmarkToggleEvent;
    'part-reveal': PartRevealEvent;
    'tag-write': TagWriteEvent;
  }
}
