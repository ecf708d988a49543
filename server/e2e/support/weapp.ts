/** An element of WeChat's framework; what it is made of is the harness's business. */
export interface Shown {
  readonly textContent: string;
}

/** A booted WeChat build, as far as a journey uses it. Its own types speak of a browser's DOM, which the server's know nothing of. */
export interface Weapp {
  /** Names and main arguments of the calls of `wx`. */
  readonly calls: readonly (readonly unknown[])[];
  readonly errors: readonly unknown[];
  readonly templateWarnings: readonly string[];
  readonly pages: readonly string[];
  readonly open: (url: string) => void;
  readonly top: () => { readonly path: string };
  readonly find: (selector: string, text?: string) => Shown | undefined;
  readonly text: () => string;
  readonly fire: (element: Shown | undefined, type: string, detail?: Readonly<Record<string, unknown>>) => void;
  readonly wait: <T>(condition: () => T, ms?: number) => Promise<T>;
  readonly stop: () => void;
}

export interface BootOptions {
  readonly base: string;
  readonly loginCode?: () => string;
  readonly storage?: Record<string, unknown>;
}

interface Harness {
  readonly bootWeapp: (dist: string, options: BootOptions) => Weapp;
}

const miniapp = new URL('../../../miniapp/', import.meta.url);

/** Boots the compiled WeChat build on Tencent's own component framework, against a live server. */
export const bootWeapp = async (options: BootOptions): Promise<Weapp> => {
  const harness = (await import(new URL('tests/weapp/boot.ts', miniapp).pathname)) as Harness;
  return harness.bootWeapp(new URL('dist/weapp', miniapp).pathname, options);
};
