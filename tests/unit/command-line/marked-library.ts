import path from 'node:path';
import type { AnnotationDraft } from '../../../electron/shared/model/annotation.ts';
import { referenceTo } from '../../../electron/shared/model/reference-to.ts';
import {
  briefingFolder,
  listingsOf,
  scannedLibrary,
  story,
  temporaryFolder,
} from '../../support/library/briefing-folder.ts';
import { bookmarkDraft, highlightDraft, noteDraft } from '../../support/notes/drafts.ts';
import { openStore, valueOf } from '../../support/notes/store-folder.ts';

/** Two stories, and a profile with three marks on the first one. */
export async function markedLibrary() {
  const folder = briefingFolder();
  folder.write('ferry.txt', story('The ferry runs again', '2026-03-04'));
  folder.write('other.txt', story('Nothing marked', '2026-03-03'));
  const profile = path.join(temporaryFolder(), 'profile');
  const library = await scannedLibrary([folder.root]);
  const [listing] = await listingsOf(library);
  if (listing === undefined) throw new Error('The story is not in the library.');
  const reference = referenceTo(listing);
  const { notes } = openStore(path.join(profile, 'notes.sqlite'));
  const briefingId = listing.id;
  const drafts: readonly Partial<AnnotationDraft>[] = [
    {
      target: { kind: 'part', part: 'sections/0/items/0', quote: '' },
      note: 'Who said so?\n\nAsk.',
    },
    { note: 'On the **whole** of it.' },
  ];
  for (const draft of drafts)
    valueOf(notes.saveAnnotation(noteDraft({ ...draft, briefingId }), reference));
  const dek = { kind: 'part', part: 'headline', quote: '' } as const;
  valueOf(notes.saveAnnotation(highlightDraft({ briefingId, target: dek }), reference));
  valueOf(notes.addBookmark(bookmarkDraft({ briefingId, place: dek }), reference));
  return {
    folder,
    profile,
    notes,
    briefingId,
    on: ['--library', folder.root, '--profile', profile],
  };
}
