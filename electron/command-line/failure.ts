/** A job that could not be done; its message is for the person who asked. */
export class CommandFailure extends Error {}
