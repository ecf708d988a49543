/** A mini-program fetches no code later: every module brings its English texts with it. */
export const loadEnglish = async (): Promise<void> => undefined;
