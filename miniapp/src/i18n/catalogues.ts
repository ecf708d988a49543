export type Language = 'zh-CN' | 'en';

const texts: Readonly<Record<Language, Map<string, string>>> = { 'zh-CN': new Map(), en: new Map() };

/**
 * Makes texts available by their whole keys, 'ui.retry'. The build adds a call to every module that names a text
 * (plugins/texts): what is loaded has its texts, in Chinese at least.
 */
export const addTexts = (language: Language, more: Readonly<Record<string, string>>): void => {
  for (const [key, text] of Object.entries(more)) texts[language].set(key, text);
};

/** Makes all texts of a language available, section by section. */
export const addCatalogue = (language: Language, catalogue: Readonly<Record<string, Readonly<Record<string, string>>>>): void => {
  for (const [section, more] of Object.entries(catalogue)) {
    for (const [name, text] of Object.entries(more)) texts[language].set(`${section}.${name}`, text);
  }
};

/** The text of a key, the Chinese one where a language has none yet. */
export const textOf = (language: Language, key: string): string =>
  texts[language].get(key) ?? texts['zh-CN'].get(key) ?? key;
