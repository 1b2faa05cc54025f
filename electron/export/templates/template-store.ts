import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { templateIdSchema } from '../../shared/model/export.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { type Template, templateSchema } from '../../shared/model/template.ts';
import { failure, type Result, success } from '../../shared/result.ts';
import { problemOf, writeFileAtomically } from '../write-file-atomically.ts';

/** The reader's templates, and the names of the files that hold none. */
export interface StoredTemplates {
  /** By name. */
  readonly templates: readonly Template[];
  readonly broken: readonly string[];
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** A template's file; `null` where it is broken, or has another template's name. */
async function readTemplate(folder: string, name: string): Promise<Template | null> {
  try {
    const content: unknown = JSON.parse(await readFile(path.join(folder, name), 'utf8'));
    const template = templateSchema.safeParse(content);
    return template.success && name === `${template.data.id}.json` ? template.data : null;
  } catch {
    return null;
  }
}

function byName(one: Template, other: Template): number {
  return one.name.localeCompare(other.name, 'en') || (one.id < other.id ? -1 : 1);
}

/** The reader's own templates, each as a file `<id>.json` in a folder that is made when one is saved. */
export class TemplateStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** A file that cannot be read, or holds no template, is left out, named, and left as it is. */
  async list(): Promise<Result<StoredTemplates, Problem>> {
    let names: readonly string[];
    try {
      names = await readdir(this.#folder);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return success({ templates: [], broken: [] });
      const message = `The templates in ${this.#folder} cannot be read. Make the folder readable.`;
      return failure({ kind: 'unreadable', message });
    }
    const files = names.filter((name) => name.endsWith('.json')).toSorted();
    const read = await Promise.all(
      files.map(async (name) => ({ name, template: await readTemplate(this.#folder, name) })),
    );
    return success({
      templates: read.flatMap(({ template }) => template ?? []).toSorted(byName),
      broken: read.flatMap(({ name, template }) => (template === null ? [name] : [])),
    });
  }

  /** Keeps a template, in place of the one with its id if there is one. */
  async save(template: Template): Promise<Result<null, Problem>> {
    const file = path.join(this.#folder, `${templateIdSchema.parse(template.id)}.json`);
    try {
      await mkdir(this.#folder, { recursive: true });
    } catch (error) {
      return failure(problemOf(error, file));
    }
    const written = await writeFileAtomically(file, Buffer.from(`${JSON.stringify(template)}\n`));
    return written.ok ? success(null) : written;
  }

  /** Deletes a template; one that is not there is no failure. */
  async remove(id: string): Promise<Result<null, Problem>> {
    const file = path.join(this.#folder, `${templateIdSchema.parse(id)}.json`);
    try {
      await rm(file, { force: true });
      return success(null);
    } catch (error) {
      const { message } = problemOf(error, file);
      return failure({ kind: 'unwritable', message: message.replace('written', 'deleted') });
    }
  }
}
