import { create } from 'zustand';
import type { Language } from '../i18n/catalogues';
import { loadEnglish } from '../i18n/english';
import { readStored, store } from './storage';

export interface Settings {
  readonly language: Language;
  readonly theme: 'system' | 'light' | 'dark';
  /** 'system' follows the device's font scale; 'large' forces the large mode. */
  readonly text: 'system' | 'large';
}

const defaults: Settings = { language: 'zh-CN', theme: 'system', text: 'system' };

const oneOf = <T>(value: T | undefined, values: readonly T[], otherwise: T): T =>
  value !== undefined && values.includes(value) ? value : otherwise;

/** What an older version kept may be anything: only known values are taken over. */
const restore = (): Settings => {
  const kept = readStored<Partial<Settings>>('settings') ?? {};
  return {
    language: oneOf(kept.language, ['zh-CN', 'en'], defaults.language),
    theme: oneOf(kept.theme, ['system', 'light', 'dark'], defaults.theme),
    text: oneOf(kept.text, ['system', 'large'], defaults.text),
  };
};

/** `shown` follows `language` once its texts have arrived. */
export const useSettings = create<Settings & { readonly shown: Language }>()(() => ({ ...restore(), shown: 'zh-CN' }));

export const changeSettings = (change: Partial<Settings>): void => {
  useSettings.setState(change);
  const { language, theme, text } = useSettings.getState();
  store('settings', { language, theme, text });
  void prepareLanguage();
};

/** Fetches the texts of the chosen language where they are not there yet, and shows them then. */
export const prepareLanguage = async (): Promise<void> => {
  if (useSettings.getState().language === 'en') await loadEnglish();
  useSettings.setState(({ language }) => ({ shown: language }));
};
