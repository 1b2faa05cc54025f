import { availableParallelism } from 'node:os';
import type { Picture } from '../../shared/model/listing.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { failure, type Result } from '../../shared/result.ts';
import { blameMessage } from './blame-message.ts';
import type { FileParser, ParsedBriefing } from './file-parser.ts';
import { type ParsingLimits, parsingLimits } from './limits.ts';
import { ReadingPool } from './reading-pool.ts';
import { type JobEnd, ThreadConnection } from './thread-connection.ts';
import type { ThreadWork } from './thread-messages.ts';

/** How files are parsed. */
export interface FileParserOptions {
  /** What is lower or higher than usual. */
  readonly limits?: Partial<ParsingLimits>;
  /** How many threads read for the catalog: one less than there are processors, at most 3. */
  readonly threads?: number;
}

const mostThreads = 3;

/**
 * Starts threads as they are needed: some that read for the catalog, and one for the reader.
 * `close` makes what is under way reject.
 */
export function createFileParser(options: FileParserOptions = {}): FileParser {
  const limits = { ...parsingLimits, ...options.limits };
  const usual = Math.min(mostThreads, Math.max(1, availableParallelism() - 1));
  const pool = new ReadingPool(limits, options.threads ?? usual);
  const reader = new ThreadConnection(limits, false);
  /** What takes too much memory is tried once more, in a thread that has read nothing before. */
  const run = async (work: ThreadWork): Promise<JobEnd> => {
    const end = await reader.run(work);
    return end.blame?.reason === 'memory' ? reader.run(work) : end;
  };
  const problemOf = (path: string, { blame }: JobEnd): Result<never, Problem> => {
    if (blame === null) throw new Error(`${path} was not read: its thread was ended.`);
    return failure({ kind: 'unreadable', message: blameMessage(path, blame, limits) });
  };
  return {
    read: (paths) => pool.read(paths),
    open: async (path): Promise<Result<ParsedBriefing, Problem>> => {
      const end = await run({ kind: 'open', path });
      const [answer] = end.answers;
      return answer?.kind === 'open' ? answer.result : problemOf(path, end);
    },
    picture: async (path, reference): Promise<Result<Picture, Problem>> => {
      const end = await run({ kind: 'picture', path, reference });
      const [answer] = end.answers;
      return answer?.kind === 'picture' ? answer.result : problemOf(path, end);
    },
    close: async () => {
      await Promise.all([pool.close(), reader.close()]);
    },
  };
}
