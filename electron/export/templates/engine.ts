import { type Context, type Emitter, Liquid, type Template as Node } from 'liquidjs';
import { longestTemplate } from '../../shared/model/template.ts';
import { failure, type Result, success } from '../../shared/result.ts';
import { registerFilters } from './filters.ts';
import { faultOf, type TemplateFault } from './template-fault.ts';
import type { TemplateVariables } from './template-variables.ts';

/** What one briefing may take of a template of the reader's: milliseconds, and UTF-16 code units. */
const readersLimits = { renderLimit: 1_000, memoryLimit: 10_000_000 } as const;

/** The built-in templates do nothing that their briefing does not ask for, however large it is. */
const noLimits = { renderLimit: Infinity, memoryLimit: Infinity } as const;

/** Tags that work on what is given to them alone; the others read files, or write HTML. */
const liquidTags = [
  ...['assign', 'break', 'capture', 'case', 'comment', 'continue', 'cycle', 'decrement', 'echo'],
  ...['for', 'if', 'increment', 'liquid', 'raw', 'unless', '#'],
];

/** Makes text of a briefing. */
export type Render = (variables: TemplateVariables) => Result<string, TemplateFault>;

/** Gathers text, and counts it as memory: what a `capture` holds, and what comes out. */
class CountingEmitter implements Emitter {
  buffer = '';
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  write(value: unknown): void {
    const text = this.#textOf(value);
    this.#context.memoryLimit.use(text.length);
    this.buffer += text;
  }

  /** A list piece by piece: its text can be much longer than itself. */
  #textOf(value: unknown): string {
    if (!Array.isArray(value)) return typeof value === 'string' ? value : scalarText(value);
    let text = '';
    for (const piece of value) {
      const more = this.#textOf(piece);
      this.#context.memoryLimit.use(more.length + 1);
      text += more;
    }
    return text;
  }
}

/** Things of several values have no text of their own. */
function scalarText(value: unknown): string {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** Names that stand for nothing are slips of the pen: they are looked up here at last. */
const unknownNames = new Proxy(Object.create(null) as object, {
  getOwnPropertyDescriptor(_target, name) {
    throw new Error(`There is no variable “${String(name)}”`);
  },
});

function createEngine(limits: typeof readersLimits | typeof noLimits): Liquid {
  const engine = new Liquid({
    ...limits,
    parseLimit: longestTemplate,
    ownPropertyOnly: true,
    strictFilters: true,
    // Nothing is read from anywhere: there are no other templates.
    templates: {},
    globals: unknownNames,
  });
  for (const name of Object.keys(engine.tags))
    if (!liquidTags.includes(name)) Reflect.deleteProperty(engine.tags, name);
  registerFilters(engine);
  const { renderer } = engine;
  const renderTemplates = renderer.renderTemplates.bind(renderer);
  renderer.renderTemplates = (nodes, context, emitter = new CountingEmitter(context)) =>
    renderTemplates(nodes, context, emitter);
  return engine;
}

const readersEngine = createEngine(readersLimits);
const builtInEngine = createEngine(noLimits);

/**
 * Reads a template of Liquid. It sees its variables and nothing else: no prototypes, no files, no
 * clock.
 *
 * @param isTrusted for the app's own, which have no limits.
 * @see https://liquidjs.com/tutorials/dos.html
 */
export function compileTemplate(source: string, isTrusted: boolean): Result<Render, TemplateFault> {
  const engine = isTrusted ? builtInEngine : readersEngine;
  try {
    const nodes = engine.parse(source);
    return success((variables) => render(engine, nodes, variables));
  } catch (error) {
    return failure(faultOf(error));
  }
}

function render(
  engine: Liquid,
  nodes: Node[],
  variables: TemplateVariables,
): Result<string, TemplateFault> {
  try {
    // Without a prototype, or its members would count as variables.
    const scope = Object.assign(Object.create(null) as object, variables);
    const text: unknown = engine.renderSync(nodes, scope);
    return success(String(text));
  } catch (error) {
    return failure(faultOf(error));
  }
}
