function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

/**
 * Takes files and folders that are dropped on the window, and shows by the attribute `data-dropping`
 * of `host` that they may be. Without it, the window would go to a dropped file. Returns the
 * function that stops it.
 */
export function takeDrops(host: HTMLElement, take: (files: readonly File[]) => void): () => void {
  let depth = 0;
  const enter = (change: 1 | -1 | 0): void => {
    depth = change === 0 ? 0 : Math.max(0, depth + change);
    host.toggleAttribute('data-dropping', depth > 0);
  };
  const handlers: Readonly<Record<string, (event: DragEvent) => void>> = {
    dragenter: (event) => {
      if (hasFiles(event)) enter(1);
    },
    dragleave: (event) => {
      if (hasFiles(event)) enter(-1);
    },
    dragover: (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
    },
    drop: (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      enter(0);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) take(files);
    },
  };
  const stop = new AbortController();
  for (const [name, handle] of Object.entries(handlers)) {
    window.addEventListener(name, (event) => handle(event as DragEvent), { signal: stop.signal });
  }
  return () => stop.abort();
}
