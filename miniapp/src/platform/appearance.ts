import { create } from 'zustand';
import type { Language } from '../i18n/translate';
import { readDevice, watchDevice } from './device';
import { useSettings } from './settings';

const useDevice = create(readDevice);
let watching = false;

/** Called once at launch, and again when the app is shown: the text size may have been changed meanwhile. */
export const followDevice = (): void => {
  const refresh = () => useDevice.setState(readDevice());
  refresh();
  if (watching) return;
  watching = true;
  watchDevice(refresh);
};

export interface Appearance {
  readonly dark: boolean;
  readonly large: boolean;
  /** All text sizes are multiplied by this. */
  readonly scale: number;
  readonly language: Language;
}

const largeScale = 1.32;
/** Above this the layout would break before the text gets easier to read. */
const highestScale = 1.9;

export const useAppearance = (): Appearance => {
  const device = useDevice();
  const { theme, text, language } = useSettings();
  const large = text === 'large' || device.scale >= 1.25;
  const wanted = text === 'large' ? Math.max(largeScale, device.scale) : device.scale;
  return {
    dark: theme === 'system' ? device.dark : theme === 'dark',
    large,
    scale: Math.min(highestScale, Math.max(0.9, wanted)),
    language,
  };
};
