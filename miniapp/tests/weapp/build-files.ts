import fs from 'node:fs';
import path from 'node:path';

interface AppJson {
  readonly pages: readonly string[];
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[];
  readonly tabBar?: { readonly list: readonly { readonly pagePath: string }[] };
}

interface ComponentJson {
  readonly component?: boolean;
  readonly usingComponents?: Readonly<Record<string, string>>;
  readonly styleIsolation?: string;
}

/** A compiled mini-program on disk. Paths are relative to it, with '/'. */
export interface BuildFiles {
  readonly paths: readonly string[];
  readonly pages: readonly string[];
  readonly tabs: readonly string[];
  readonly text: (file: string) => string;
  readonly config: (component: string) => ComponentJson;
}

export const readBuild = (dist: string): BuildFiles => {
  const paths = fs
    .readdirSync(dist, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dist, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
  const text = (file: string) => fs.readFileSync(path.join(dist, file), 'utf8');
  const app = JSON.parse(text('app.json')) as AppJson;
  const inPackages = (app.subPackages ?? []).flatMap(({ root, pages }) => pages.map((page) => path.posix.join(root, page)));
  return {
    paths,
    pages: [...app.pages, ...inPackages],
    tabs: (app.tabBar?.list ?? []).map(({ pagePath }) => pagePath),
    text,
    config: (component) => JSON.parse(text(`${component}.json`)) as ComponentJson,
  };
};
