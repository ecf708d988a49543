/** A browser has no scanner; its user opens the link of the code. */
export const ScanToSignIn = () => null;
