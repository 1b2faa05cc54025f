import { Command } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import { anchorQuote, readOffset, readQuote } from './anchor-command.ts';
import { exportFormatSchema } from '../shared/model/export.ts';
import type { FormatWriter } from '../export/format-writer.ts';
import { backUpNotes, type ProfileOptions } from './backup-command.ts';
import { exportNotes, type ExportOptions } from './export-command.ts';
import { readColors, readDay, readFormat, readTags } from './export-options.ts';
import { importNotes, type ImportOptions } from './import-command.ts';
import { indexLibrary } from './index-command.ts';
import { listBriefings } from './list-command.ts';
import { listNotes } from './notes-command.ts';
import { parseFiles } from './parse-command.ts';
import { readLimit } from './query-filter.ts';
import { restoreNotes, type RestoreOptions } from './restore-command.ts';
import { searchBriefings } from './search-command.ts';
import type { Streams } from './streams.ts';

const profileHelp = 'the folder with the notes and the index (by default the app’s own)';
const libraryHelp = 'the folder with the briefings';

/** Makes a command of the program from its name and arguments. */
type Add = (usage: string) => Command;

function addReading(add: Add, streams: Streams): void {
  add('parse <file...>')
    .description('shows what a file parses to')
    .option('--json', 'as JSON: a briefing, or an array for several files')
    .action((files: readonly string[], options: { readonly json?: true }) =>
      parseFiles(files, options, streams),
    );
  add('anchor <file>')
    .description('finds a quote in a file, as a highlight is found after the file has changed')
    .requiredOption(
      '--quote <text>',
      'the passage; a line feed stands between two parts',
      readQuote,
    )
    .option('--prefix <text>', 'what stood before it')
    .option('--suffix <text>', 'what stood after it')
    .option('--start <offset>', 'where it begins in its part (UTF-16 code units)', readOffset)
    .option('--json', 'as a JSON object')
    .action((file: string, options: Parameters<typeof anchorQuote>[1]) =>
      anchorQuote(file, options, streams),
    );
}

function addLibrary(add: Add, streams: Streams): void {
  add('index')
    .description('brings the index of a folder up to date, for later searches')
    .requiredOption('--library <dir>', libraryHelp)
    .option('--profile <dir>', profileHelp)
    .option('--json', 'as a JSON object')
    .action((options: Parameters<typeof indexLibrary>[0]) => indexLibrary(options, streams));
  add('search <query...>')
    .description('finds briefings of a folder by their words and notes, the best first')
    .requiredOption('--library <dir>', libraryHelp)
    .option('--profile <dir>', profileHelp)
    .option('--newest', 'the newest first')
    .option('--limit <number>', 'at most so many (20 by default)', readLimit)
    .option('--json', 'as a JSON array')
    .action((words: readonly string[], options: Parameters<typeof searchBriefings>[1]) =>
      searchBriefings(words, options, streams),
    );
  add('list [query...]')
    .description('lists the briefings of a folder that a query finds, or all, newest first')
    .requiredOption('--library <dir>', libraryHelp)
    .option('--profile <dir>', profileHelp)
    .option('--limit <number>', 'at most so many', readLimit)
    .option('--json', 'as a JSON array')
    .action((words: readonly string[], options: Parameters<typeof listBriefings>[1]) =>
      listBriefings(words, options, streams),
    );
  add('notes')
    .description('lists the notes and bookmarks on the briefings of a folder')
    .requiredOption('--library <dir>', libraryHelp)
    .option('--profile <dir>', profileHelp)
    .option('--json', 'as a JSON array')
    .action((options: Parameters<typeof listNotes>[0]) => listNotes(options, streams));
}

function addExchange(add: Add, streams: Streams, pdfWriter: FormatWriter | null): void {
  add('export')
    .description('writes the notes and bookmarks on the briefings of a folder')
    .requiredOption('--library <dir>', libraryHelp)
    .requiredOption('--format <name>', exportFormatSchema.options.join(', '), readFormat)
    .requiredOption('--out <file or dir>', 'the file or folder to write, or - for standard output')
    .option('--profile <dir>', profileHelp)
    .option('--query <query>', 'only the briefings that a search finds')
    .option('--colors <names>', 'only notes of these colours, with commas between', readColors)
    .option('--tags <names>', 'only notes with one of these tags, with commas between', readTags)
    .option('--from <day>', 'only what was made or changed on this day or later', readDay)
    .option('--to <day>', 'only what was made or changed on this day or earlier', readDay)
    .option('--text', 'with the text of the briefings')
    .option('--book', 'with a title page, contents and an index of tags')
    .option('--no-bookmarks', 'without the bookmarks')
    .option('--template <file>', 'a Liquid template in place of the format’s own')
    .option('--json', 'says what was written as JSON')
    .action((options: ExportOptions) => exportNotes(options, streams, pdfWriter));
  add('import <file...>')
    .description('brings notes in from web annotations, Readwise or Markdown of Readout')
    .requiredOption('--library <dir>', libraryHelp)
    .option('--profile <dir>', profileHelp)
    .option('--dry-run', 'says what would come in, and changes nothing')
    .option('--json', 'as a JSON object')
    .action((files: readonly string[], options: ImportOptions) =>
      importNotes(files, options, streams),
    );
}

function addBackups(add: Add, streams: Streams): void {
  add('backup')
    .description('makes a backup of the notes, and gives its path')
    .option('--profile <dir>', profileHelp)
    .option('--json', 'as a JSON object')
    .action((options: ProfileOptions) => backUpNotes(options, streams));
  add('restore <file or name>')
    .description('brings the notes to the state of a backup; what is there is backed up first')
    .option('--profile <dir>', profileHelp)
    .option('--dry-run', 'says what would change, and changes nothing')
    .option('--json', 'as a JSON object')
    .action((given: string, options: RestoreOptions) => restoreNotes(given, options, streams));
}

/**
 * The command line of the app. Throws instead of ending the process.
 *
 * @param pdfWriter `null` where there is no browser to print with.
 */
export function createProgram(streams: Streams, pdfWriter: FormatWriter | null): Command {
  const program = new Command('readout');
  program
    .description('Reads news briefings and exports the notes on them, without a window.')
    .version(manifest.version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void streams.output.write(text),
      // The caller writes the one line.
      writeErr: () => undefined,
    });
  const add: Add = (usage) => program.command(usage).copyInheritedSettings(program);
  addReading(add, streams);
  addLibrary(add, streams);
  addExchange(add, streams, pdfWriter);
  addBackups(add, streams);
  return program;
}
