import { zhCN } from './zh-CN/index';

export type Language = 'zh-CN' | 'en';

type Catalogue = Readonly<Record<string, Readonly<Record<string, string>>>>;

const catalogues = new Map<Language, Catalogue>([['zh-CN', zhCN]]);

/** Makes a language available; Chinese always is. */
export const addCatalogue = (language: Language, catalogue: Catalogue): void => {
  catalogues.set(language, catalogue);
};

export const hasCatalogue = (language: Language): boolean => catalogues.has(language);

/** The texts of a language, and the Chinese ones while it is on its way. */
export const catalogueOf = (language: Language): Catalogue => catalogues.get(language) ?? zhCN;
