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

/** A function that is no class: it needs the object itself as `this`, for its private fields. */
function isMethod(value: unknown): value is (...values: unknown[]) => unknown {
  return (
    typeof value === 'function' && !Function.prototype.toString.call(value).startsWith('class')
  );
}

/** Wraps an API object so that reading what it does not have throws `electron host: … is not provided`. */
export function loud<Target extends object>(name: string, target: Target): Target {
  return new Proxy(target, {
    get(object, key) {
      if (typeof key !== 'symbol' && !Reflect.has(object, key) && !isSilent(key)) {
        return notProvided(`${name}.${key}`);
      }
      const value: unknown = Reflect.get(object, key, object);
      return isMethod(value) ? value.bind(object) : value;
    },
    // Setters of classes need the object itself, too.
    set: (object, key, value) => Reflect.set(object, key, value, object),
  });
}
