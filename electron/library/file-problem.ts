import type { Problem } from '../shared/model/problem.ts';

/** Whether the error is that what should be a folder is none. */
function isNoFolder(error: unknown): boolean {
  const call = error instanceof Error && 'syscall' in error ? error.syscall : null;
  return codeOf(error) === 'ENOTDIR' && call === 'scandir';
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** What a failed attempt to read a file or folder means to the reader. */
export function fileProblem(error: unknown, path: string): Problem {
  const code = codeOf(error);
  if (isNoFolder(error)) {
    return { kind: 'unreadable', message: `${path} cannot be read. It is not a folder.` };
  }
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return { kind: 'missing', message: `${path} is not there any more.` };
  }
  const reasons: Readonly<Record<string, string>> = {
    EACCES: 'You have no permission to read it.',
    EPERM: 'You have no permission to read it.',
    ELOOP: 'It is a link that leads elsewhere or round in a circle.',
    EISDIR: 'It is a folder with the name of a briefing.',
    EIO: 'The disk reported a fault.',
    EMFILE: 'Too many files are open; close other programs and try again.',
  };
  const reason = reasons[code] ?? (error instanceof Error ? error.message : String(error));
  return { kind: 'unreadable', message: `${path} cannot be read. ${reason}` };
}
