import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { briefingJsonSchema } from '../../../../../electron/library/formats/json/written-briefing.ts';

it('docs/briefing.schema.json is the schema that files are read by (npm run schema)', () => {
  const file = path.resolve(import.meta.dirname, '../../../../../docs/briefing.schema.json');
  const published: unknown = JSON.parse(readFileSync(file, 'utf8'));
  expect(published).toEqual(structuredClone(briefingJsonSchema()));
});
