import { EventEmitter } from 'node:events';

/** What the host does not implement fails at once and by name, never by a made-up value. */
export function notProvided(api: string): never {
  throw new Error(`electron host: ${api} is not provided`);
}

/** Names that runtimes and debuggers look up on any object. */
const silent: ReadonlySet<string> = new Set([
  'then',
  'toJSON',
  'constructor',
  'inspect',
  'default',
]);

function isSilent(key: string): boolean {
  return silent.has(key) || key.startsWith('_');
}

function isMissing(object: object, key: string | symbol): key is string {
  return typeof key === 'string' && !Reflect.has(object, key) && !isSilent(key);
}

/** A function that is no class: it needs the object itself as `this`, for its private fields. */
function isMethod(value: unknown): value is (...values: unknown[]) => unknown {
  return (
    typeof value === 'function' && !Function.prototype.toString.call(value).startsWith('class')
  );
}

/** What still works on an object whose window is gone: listeners, and the question itself. */
function outlives(key: string): boolean {
  return key === 'isDestroyed' || isSilent(key) || key in EventEmitter.prototype;
}

/**
 * Wraps an API object so that reading or setting what it does not have throws `electron host: … is not provided`.
 *
 * @param isDestroyed says of what ends before the app does that it is of no use any more.
 */
export function loud<Target extends object>(
  name: string,
  target: Target,
  isDestroyed: () => boolean = () => false,
): Target {
  return new Proxy(target, {
    get(object, key) {
      if (isMissing(object, key)) return notProvided(`${name}.${key}`);
      if (typeof key === 'string' && isDestroyed() && !outlives(key)) {
        throw new TypeError('Object has been destroyed');
      }
      const value: unknown = Reflect.get(object, key, object);
      return isMethod(value) ? value.bind(object) : value;
    },
    set(object, key, value) {
      if (isMissing(object, key)) return notProvided(`${name}.${key}`);
      // Setters of classes need the object itself, too.
      return Reflect.set(object, key, value, object);
    },
  });
}
