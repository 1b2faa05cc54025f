import type { PageLine } from './page-lines.ts';

/** A line is part of the page and not of the text when it stands on this share of the pages. */
const repeatedShare = 0.5;

/** Fewer pages do not tell. */
const fewestPages = 3;

/** How many lines from the top and the bottom are looked at. */
const edge = 2;

function keyOf({ text }: PageLine): string {
  return text.trim().replace(/\d+/g, '#');
}

function edgesOf(lines: readonly PageLine[]): readonly PageLine[] {
  return lines.length <= edge * 2 ? lines : [...lines.slice(0, edge), ...lines.slice(-edge)];
}

/** The pages without their running heads and page numbers, and those, each once as it stands there. */
export function splitRunningLines(pages: readonly (readonly PageLine[])[]): {
  readonly pages: readonly (readonly PageLine[])[];
  readonly running: readonly string[];
} {
  if (pages.length < fewestPages) return { pages, running: [] };
  const counts = new Map<string, number>();
  for (const lines of pages) {
    for (const key of new Set(edgesOf(lines).map(keyOf)))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const running = new Set<string>();
  const rest = pages.map((lines) => {
    const edges = new Set(edgesOf(lines));
    return lines.filter((line) => {
      const count = counts.get(keyOf(line)) ?? 0;
      const isRunning =
        edges.has(line) && count >= fewestPages && count >= pages.length * repeatedShare;
      if (isRunning) running.add(line.text.trim());
      return !isRunning;
    });
  });
  return { pages: rest, running: [...running] };
}
