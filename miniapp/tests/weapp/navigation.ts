import path from 'node:path';
import type { BuildFiles } from './build-files';
import type { Journal } from './journal';
import { fail, succeed, type Options } from './wx-network';

interface To extends Options {
  readonly url: string;
}

export interface OpenPage {
  readonly path: string;
  /** Calls a lifecycle method; what it throws goes to the journal. */
  readonly call: (method: string, argument?: unknown) => void;
  readonly close: () => void;
}

export interface Navigation {
  readonly api: Readonly<Record<string, (options: never) => void>>;
}

/** WeChat allows ten pages. */
const deepest = 10;

/** The page stack, with WeChat's own restrictions: breaking one is an error of the app. */
export const makeNavigation = <P extends OpenPage>(
  files: BuildFiles,
  { calls, errors }: Journal,
  stack: P[],
  open: (page: string, query: Record<string, string>) => P,
): Navigation => {
  const resolve = (url: string): [string, Record<string, string>] => {
    const [target = '', search = ''] = url.split('?');
    const page = target.startsWith('/') ? target.slice(1) : path.posix.join(path.posix.dirname(stack.at(-1)?.path ?? ''), target);
    return [page, Object.fromEntries(search.split('&').filter(Boolean).map((pair) => pair.split('=').map(decodeURIComponent)))] as [string, Record<string, string>];
  };

  const forbidden = (name: string, page: string): string | null => {
    if (!files.pages.includes(page)) return `page "${page}" is not found`;
    const tab = files.tabs.includes(page);
    if ((name === 'navigateTo' || name === 'redirectTo') && tab) return `can not ${name} a tabbar page`;
    if (name === 'switchTab' && !tab) return 'can not switch to no-tabBar page';
    if (name === 'navigateTo' && stack.length >= deepest) return 'page stack limit';
    return null;
  };

  const move = (name: string) => (options: To) => {
    calls.push([name, options.url]);
    const [page, query] = resolve(options.url);
    const refused = forbidden(name, page);
    if (refused !== null) {
      errors.push(new Error(`${name}:fail ${refused}`));
      return fail(options, `${name}:fail ${refused}`);
    }
    setTimeout(() => {
      if (name === 'navigateTo') stack.at(-1)?.call('onHide');
      else if (name === 'redirectTo') stack.pop()?.close();
      else stack.splice(0).forEach((left) => left.close());
      stack.push(open(page, query));
      succeed(options);
    });
  };

  const navigateBack = (options: (Options & { readonly delta?: number }) | undefined) => {
    calls.push(['navigateBack']);
    setTimeout(() => {
      for (let i = 0; i < (options?.delta ?? 1) && stack.length > 1; i++) stack.pop()?.close();
      stack.at(-1)?.call('onShow');
      succeed(options);
    });
  };

  return {
    api: {
      navigateTo: move('navigateTo'),
      redirectTo: move('redirectTo'),
      reLaunch: move('reLaunch'),
      switchTab: move('switchTab'),
      navigateBack,
    },
  };
};
