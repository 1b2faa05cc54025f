/** `T` with every property and element readonly, all the way down. Binary data stays as it is. */
export type Immutable<T> = T extends Uint8Array
  ? T
  : T extends readonly (infer Element)[]
    ? readonly Immutable<Element>[]
    : T extends object
      ? { readonly [Key in keyof T]: Immutable<T[Key]> }
      : T;
