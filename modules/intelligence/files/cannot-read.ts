/** A file that cannot be used, in words for the person who named it. */
export class CannotRead extends Error {}
