/** Prints the exports' fixture library in the way that its argument names, and tells what came of it. */
import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { app, protocol, session } from 'electron';
import { createPagePrinter } from '../../../../electron/export/pdf/page-printer.ts';
import { createPdfWriter } from '../../../../electron/export/pdf/pdf-writer.ts';
import { printEntries } from '../../../../electron/export/pdf/print-entries.ts';
import { entrySource, exportEntries } from '../../../support/export/entries.ts';

const way = app.commandLine.getSwitchValue('way');
const profile = app.commandLine.getSwitchValue('fixture-profile');
const temporary = path.join(profile, 'temporary');
mkdirSync(temporary);
process.env.TMPDIR = temporary;

const consoleMessages = [];
/** What the system's dialog answers to its callback. */
const answers = {
  printed: [true, ''],
  cancelled: [false, 'Print job canceled'],
  broken: [false, 'No paper'],
};
app.on('web-contents-created', (_event, contents) => {
  contents.on('console-message', ({ message }) => consoleMessages.push(message));
  contents.print = (_options, done) => done(...answers[way]);
});
app.on('window-all-closed', () => undefined);
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true } },
]);

const options = {
  withText: way !== 'notes',
  isBook: way === 'book',
  title: 'Harbours',
  today: '2026-11-25',
  colorNames: { yellow: 'Claim' },
  picture: () => Promise.resolve(null),
};

async function run(printer) {
  const entries = entrySource(exportEntries());
  if (way in answers) return printEntries(entries, options, printer);
  const pieces = [];
  for await (const piece of createPdfWriter(printer)(entries, options)) pieces.push(piece);
  return Buffer.concat(pieces).toString('base64');
}

async function print() {
  const printer = await createPagePrinter(session.fromPartition('printing'), process.platform);
  const outcome = await run(printer).catch((error) => String(error));
  const left = readdirSync(temporary).filter((name) => name.startsWith('readout-'));
  const line = JSON.stringify({ outcome, consoleMessages, left });
  // A PDF fills the pipe: what is not written yet is lost with the process.
  process.stdout.write(`${line}\n`, () => app.exit(0));
}

app.whenReady().then(print);
