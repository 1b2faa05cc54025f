import { html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { readerContext } from '../state/contexts.ts';
import { StoreController } from '../state/store.ts';

/** A figure's local picture, fetched when it comes near the view. In the document itself. */
@customElement('readout-figure-picture')
export class FigurePicture extends LitElement {
  readonly #reader = new StoreController(this, readerContext);
  readonly #watcher = new IntersectionObserver(
    (entries) => {
      if (entries.some((entry) => entry.isIntersecting)) void this.#load();
    },
    { scrollMargin: '600px' },
  );

  #isAsked = false;

  @state() private address: string | null = null;
  @state() private isMissing = false;

  @property() briefingId = '';
  /** The figure's zero-based index. */
  @property({ type: Number }) figure = 0;
  /** The picture's alternative text. */
  @property() description = '';

  override connectedCallback(): void {
    super.connectedCallback();
    this.#watcher.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watcher.disconnect();
    this.#release();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('briefingId') && !changed.has('figure')) return;
    this.#release();
    this.isMissing = false;
    this.#isAsked = false;
    this.#watcher.unobserve(this);
    this.#watcher.observe(this);
  }

  async #load(): Promise<void> {
    const { briefingId, figure } = this;
    if (this.address !== null || briefingId === '' || this.#isAsked) return;
    this.#isAsked = true;
    const picture = await this.#reader.store.picture(briefingId, figure);
    if (this.briefingId !== briefingId || this.figure !== figure || !this.isConnected) return;
    if (picture === null) this.isMissing = true;
    else {
      const blob = new Blob([new Uint8Array(picture.bytes)], { type: picture.mediaType });
      this.address = URL.createObjectURL(blob);
    }
  }

  #release(): void {
    if (this.address !== null) URL.revokeObjectURL(this.address);
    this.address = null;
  }

  private readonly handleError = (): void => {
    this.#release();
    this.isMissing = true;
  };

  /** In the document itself, like all of the reading view. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render() {
    if (this.isMissing)
      return html`<span class="figure-missing">The picture cannot be shown</span>`;
    return this.address === null
      ? html`<span class="figure-picture"></span>`
      : html`<img
          class="figure-picture"
          src=${this.address}
          alt=${this.description || 'Photo without a caption'}
          @error=${this.handleError}
        />`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-figure-picture': FigurePicture;
  }
}
