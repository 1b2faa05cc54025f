/** Writes docs/briefing.schema.json: the form of briefings that are written as JSON. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { format } from 'prettier';
import { briefingJsonSchema } from '../../electron/library/formats/json/written-briefing.ts';
import { projectRoot } from '../vite/options.ts';

const file = path.join(projectRoot, 'docs/briefing.schema.json');
const text = await format(JSON.stringify(briefingJsonSchema()), {
  parser: 'json',
  printWidth: 100,
});
await writeFile(file, text);
