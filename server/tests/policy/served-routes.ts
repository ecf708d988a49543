import type { FastifyInstance } from 'fastify';

/** 'METHOD /path' of every route that the server answers, read from its router's own drawing of the tree. */
export const servedRoutes = (app: FastifyInstance): string[] => {
  const found: string[] = [];
  const open: string[] = [];
  for (const line of app.printRoutes({ commonPrefix: false }).split('\n')) {
    const [, indent, rest] = /^((?:│ {3}| {4})*)[├└]── (.*)$/.exec(line) ?? [];
    if (indent === undefined || rest === undefined) continue;
    const [, part = '', methods] = /^(.*?)(?: \(([A-Z, ]+)\))?$/.exec(rest) ?? [];
    const depth = indent.length / 4;
    open.length = depth;
    open.push(part);
    for (const method of methods?.split(', ') ?? []) found.push(`${method} ${open.join('')}`);
  }
  return found.filter((route) => !route.startsWith('HEAD ')).sort();
};
