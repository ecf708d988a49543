import path from 'node:path';
import vm from 'node:vm';
import type { BuildFiles } from './build-files';
import type { CodeSpace, ComponentEnv, PageInstance } from './framework';

interface AppObject {
  onLaunch?: (options: object) => void;
  onShow?: (options: object) => void;
}

/** The framework compares property types with its own realm's String, Object …; a definition brings those of the app's. */
const hostType = (type: unknown): unknown =>
  typeof type === 'function' ? ((globalThis as Record<string, unknown>)[type.name] ?? type) : type;

const withHostTypes = (definition: { properties?: Record<string, unknown> }): object => {
  for (const [name, value] of Object.entries(definition.properties ?? {})) {
    const typed = value as { type?: unknown } | null;
    definition.properties![name] = typeof value === 'function' ? hostType(value) : typed && { ...typed, type: hostType(typed.type) };
  }
  return definition;
};

/**
 * Runs the app's scripts as WeChat does: a bare realm without window, document, fetch or URL, and without eval.
 * @returns a function that registers a component and those it uses, and the app object
 */
export const startRealm = (dist: string, files: BuildFiles, space: CodeSpace, wx: Record<string, unknown>, stack: readonly { readonly instance: PageInstance }[]) => {
  let app: AppObject | null = null;
  let env: ComponentEnv | null = null;
  const realm = vm.createContext(
    {
      wx,
      App: (definition: AppObject) => void (app = definition),
      Page: (definition: object) => env?.Page(definition),
      Component: (definition: object) => env?.Component(withHostTypes(definition)),
      Behavior: (definition: object) => env?.Behavior(definition),
      getApp: () => app,
      getCurrentPages: () => stack.map(({ instance }) => instance),
      console, setTimeout, clearTimeout, setInterval, clearInterval,
    },
    { codeGeneration: { strings: false, wasm: false } },
  );

  const modules = new Map<string, { exports: unknown }>();
  const load = (file: string): unknown => {
    const known = modules.get(file);
    if (known !== undefined) return known.exports;
    const module = { exports: {} as unknown };
    modules.set(file, module);
    const require = (request: string) => {
      const target = path.posix.join(path.posix.dirname(file), request);
      return load(target.endsWith('.js') ? target : `${target}.js`);
    };
    const names = ['require', 'module', 'exports'];
    const run = vm.compileFunction(files.text(file), names, { filename: path.join(dist, file), parsingContext: realm });
    run.call(undefined, require, module, module.exports);
    return module.exports;
  };

  const registered = new Set<string>();
  const register = (component: string): void => {
    if (registered.has(component)) return;
    registered.add(component);
    for (const used of Object.values(files.config(component).usingComponents ?? {})) {
      register(used.startsWith('/') ? used.slice(1) : path.posix.join(path.posix.dirname(component), used));
    }
    space.componentEnv(component, (given) => {
      env = given;
      load(`${component}.js`);
    });
  };

  load('app.js');
  if (app === null) throw new Error('app.js did not call App()');
  return { app: app as AppObject, register };
};
