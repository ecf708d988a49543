/** A mini-program has no address line. */
export const nameAddress = (_page: `/${string}`, _id: string): void => undefined;
