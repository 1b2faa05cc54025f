/** An event of which a listener can prevent the default. */
export interface Preventable {
  readonly defaultPrevented: boolean;
  preventDefault(): void;
}

/** Makes such an event, with further properties. */
export function preventable<Details extends object>(details: Details): Details & Preventable {
  let isPrevented = false;
  const event = {
    get defaultPrevented() {
      return isPrevented;
    },
    preventDefault() {
      isPrevented = true;
    },
  };
  return Object.defineProperties(event, Object.getOwnPropertyDescriptors(details)) as Details &
    Preventable;
}
