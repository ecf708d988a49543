import { readBuild } from './build-files';
import { loadFramework, type PageInstance } from './framework';
import { makeJournal } from './journal';
import { makeNavigation, type OpenPage } from './navigation';
import { startRealm } from './realm';
import { compileTemplates } from './templates';
import { makeWx } from './wx';

export interface BootOptions {
  /** Origin of the live server. */
  readonly base?: string;
  /** What the device has kept, by full name; the app writes into it. */
  readonly storage?: Record<string, unknown>;
  readonly theme?: 'light' | 'dark';
  readonly confirmModals?: boolean;
  /** The one-time code that `wx.login` gives; asked for at every call. */
  readonly loginCode?: () => string;
}

interface ShownPage extends OpenPage {
  readonly instance: PageInstance;
  readonly host: Element;
}

/**
 * Boots a compiled WeChat build on Tencent's own component framework and opens its first page.
 * @param dist folder of the build, e.g. miniapp/dist/weapp
 */
export const bootWeapp = (dist: string, options: BootOptions = {}) => {
  const { base = 'http://127.0.0.1:3000', storage = {}, theme = 'light', confirmModals = true } = options;
  const { loginCode = () => 'weapp-test-code' } = options;
  const framework = loadFramework();
  const { window, glassEasel, adapter } = framework;
  const files = readBuild(dist);
  const journal = makeJournal();
  const keep = (error: unknown) => void journal.errors.push(error);
  process.on('uncaughtException', keep);
  process.on('unhandledRejection', keep);
  glassEasel.addGlobalWarningListener((warning) => (journal.warnings.push(String(warning)), false));
  glassEasel.addGlobalErrorListener((error) => (keep(error), false));

  const env = new adapter.MiniProgramEnv();
  const space = env.createCodeSpace('', true);
  const backend = env.associateBackend(new glassEasel.CurrentWindowBackendContext());
  const templateWarnings = compileTemplates(framework, files, space);

  const stack: ShownPage[] = [];
  let opened = 0;
  const open = (page: string, query: Record<string, string>): ShownPage => {
    realm.register(page);
    const host = window.document.createElement('div');
    const placeholder = window.document.createElement('div');
    host.append(placeholder);
    window.document.body.append(host);
    const root = backend.createRoot('page', space, page);
    const element = root.get();
    const instance = element.getMethodCaller?.() ?? element;
    const setData = instance.setData.bind(instance);
    instance.setData = (data, done) => {
      journal.sets.push({ page, data });
      setData(data);
      if (done) setTimeout(done);
    };
    instance.route = page;
    instance.__wxExparserNodeId__ ??= String(++opened);
    instance.options = query;
    root.attach(host, placeholder);
    const call = (method: string, argument?: unknown) => {
      try {
        (instance[method] as ((a: unknown) => void) | undefined)?.call(instance, argument);
      } catch (error) {
        keep(error);
      }
    };
    const close = () => {
      call('onUnload');
      root.release();
      host.remove();
    };
    call('onLoad', query);
    call('onShow');
    setTimeout(() => call('onReady'));
    return { path: page, instance, host, call, close };
  };

  const first = files.pages[0];
  if (first === undefined) throw new Error('app.json names no page');
  const navigation = makeNavigation(files, journal, stack, open);
  const { wx, stop } = makeWx({ base, storage, theme, confirmModals, loginCode }, journal, first, navigation);
  const realm = startRealm(dist, files, space, wx, stack);
  const launch = { path: first, query: {}, scene: 1001 };
  realm.app.onLaunch?.(launch);
  realm.app.onShow?.(launch);
  stack.push(open(first, {}));

  const top = (): ShownPage => {
    const page = stack.at(-1);
    if (page === undefined) throw new Error('no page is open');
    return page;
  };
  const find = (selector: string, text = ''): Element | undefined =>
    [...top().host.querySelectorAll(selector)].find((element) => element.textContent.includes(text));

  return {
    ...journal,
    storage,
    templateWarnings,
    pages: files.pages,
    top,
    find,
    /** Opens a page as its only one, as WeChat does for a link or a code: '/pages/home/index?id=1'. */
    open: (url: string) => (wx['reLaunch'] as (to: { url: string }) => void)({ url }),
    text: () => top().host.textContent,
    html: () => top().host.innerHTML,
    /** Triggers an event as WeChat does: tap, input with `{ value }`, getphonenumber with `{ code }` … */
    fire: (element: Element | undefined, type: string, detail: Record<string, unknown> = {}) => {
      const node = (element as { __wxElement?: object } | undefined)?.__wxElement;
      if (node === undefined) throw new Error(`no element for ${type}`);
      glassEasel.triggerEvent(node, type, detail, { bubbles: true, composed: true, originalEvent: {} });
    },
    /** Waits until the condition holds, or fails telling what the page shows. */
    wait: async <T>(condition: () => T, ms = 5000): Promise<T> => {
      const until = Date.now() + ms;
      for (;;) {
        const value = condition();
        if (value) return value;
        if (Date.now() > until) {
          const errors = journal.errors.map((e) => (e instanceof Error ? e.stack : String(e))).join('\n');
          throw new Error(`waited in vain for ${String(condition)}\n${top().path}: ${top().host.textContent}\n${errors}`);
        }
        await new Promise((resolve) => setTimeout(resolve, 15));
      }
    },
    stop: () => {
      process.off('uncaughtException', keep);
      process.off('unhandledRejection', keep);
      stop();
      stack.splice(0).forEach(({ close }) => close());
    },
  };
};

export type Weapp = ReturnType<typeof bootWeapp>;
