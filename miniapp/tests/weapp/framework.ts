import { createRequire } from 'node:module';
import { JSDOM } from 'jsdom';

/** The part of Tencent's component framework (glass-easel) that booting needs; its own declarations are incomplete. */
export interface PageInstance {
  route?: string;
  options?: unknown;
  __wxExparserNodeId__?: string;
  setData(data: Record<string, unknown>, done?: () => void): unknown;
  [lifecycle: string]: unknown;
}

interface RootComponent {
  get(): PageInstance & { getMethodCaller?: () => PageInstance };
  attach(parent: Element, placeholder: Element): void;
  release(): void;
}

export interface ComponentEnv {
  Page(definition: object): void;
  Component(definition: object): void;
  Behavior(definition: object): unknown;
}

export interface CodeSpace {
  addComponentStaticConfig(path: string, config: object): void;
  addCompiledTemplate(path: string, template: object): void;
  componentEnv(path: string, define: (env: ComponentEnv) => void): void;
}

interface GlassEasel {
  CurrentWindowBackendContext: new () => object;
  triggerEvent(target: object, type: string, detail: unknown, options: object): void;
  addGlobalWarningListener(listener: (warning: unknown) => boolean): void;
  addGlobalErrorListener(listener: (error: unknown) => boolean): void;
}

interface Adapter {
  MiniProgramEnv: new () => {
    createCodeSpace(id: string, main: boolean): CodeSpace;
    associateBackend(context: object): { createRoot(tag: string, space: CodeSpace, url: string): RootComponent };
  };
}

interface Compiler {
  TmplGroup: new () => {
    addTmpl(path: string, source: string): readonly { readonly message?: string }[] | undefined;
    addScript(path: string, source: string): void;
    getTmplGenObjectGroups(): string;
    free(): void;
  };
}

export interface Framework {
  readonly window: JSDOM['window'];
  readonly glassEasel: GlassEasel;
  readonly adapter: Adapter;
  readonly compiler: Compiler;
}

const fromWindow = [
  'window', 'document', 'Node', 'Element', 'HTMLElement', 'Text', 'MutationObserver', 'requestAnimationFrame',
  'cancelAnimationFrame', 'getComputedStyle', 'Event', 'CustomEvent',
] as const;

let loaded: Framework | null = null;

/** The framework draws into a DOM that it takes from the global scope, so there is one for the whole process. */
export const loadFramework = (): Framework => {
  if (loaded !== null) return loaded;
  const { window } = new JSDOM('<!doctype html><body></body>', { pretendToBeVisual: true, url: 'https://weapp.test/' });
  const globals = globalThis as Record<string, unknown>;
  for (const name of fromWindow) globals[name] = (window as unknown as Record<string, unknown>)[name];
  const require = createRequire(import.meta.url);
  loaded = {
    window,
    glassEasel: require('glass-easel') as GlassEasel,
    adapter: require('glass-easel-miniprogram-adapter') as Adapter,
    compiler: require('glass-easel-template-compiler') as Compiler,
  };
  return loaded;
};
