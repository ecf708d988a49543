import { addCatalogue } from './catalogues';

/** Fetches the English texts when they are wanted: most readers of the page never need them. */
export const loadEnglish = async (): Promise<void> => {
  addCatalogue('en', (await import('./en/index')).en);
};
