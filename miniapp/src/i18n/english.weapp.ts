import { addCatalogue } from './catalogues';
import { en } from './en/index';

/** A mini-program fetches no code later: the English texts are part of it. */
export const loadEnglish = async (): Promise<void> => {
  addCatalogue('en', en);
};
