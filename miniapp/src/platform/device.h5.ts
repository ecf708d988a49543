export interface Device {
  readonly dark: boolean;
  /** The system's text size as a multiple of the usual one. */
  readonly scale: number;
}

const darkQuery = () => window.matchMedia('(prefers-color-scheme: dark)');

export const readDevice = (): Device => ({
  dark: darkQuery().matches,
  scale: (parseFloat(getComputedStyle(document.documentElement).fontSize) || 16) / 16,
});

export const watchDevice = (onChange: () => void): void => darkQuery().addListener(onChange);

/** Colours outside our own tree: the page behind it and the browser's frame. */
export const paintFrame = (dark: boolean, language: string): void => {
  const root = document.documentElement;
  root.classList.toggle('bd-dark', dark);
  root.classList.toggle('bd-light', !dark);
  root.lang = language;
};
