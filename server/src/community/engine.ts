import type { Engine } from '../platform/engine.ts';
import { applyImport } from './imports/apply-import.ts';
import { applyTimer } from './imports/commit-import.ts';
import { members } from './members.ts';
import { serveAreas } from './routes/area-routes.ts';
import { serveBodies } from './routes/body-routes.ts';
import { serveClaims } from './routes/claim-routes.ts';
import { serveDwellings } from './routes/dwelling-routes.ts';
import { serveImports } from './routes/import-routes.ts';
import { serveMine } from './routes/my-routes.ts';
import { servePhoneReads } from './routes/phone-read-routes.ts';
import { serveSettings } from './routes/settings-routes.ts';

/** Areas, dwellings, people, bodies and duties: who somebody is, which every other engine builds on. */
export const communityEngine: Engine = {
  name: 'community',
  members,
  serve: (app) => {
    serveAreas(app);
    serveDwellings(app);
    serveMine(app);
    serveClaims(app);
    servePhoneReads(app);
    serveBodies(app);
    serveSettings(app);
    serveImports(app);
  },
  timers: { [applyTimer]: applyImport },
  // A register is full of other people's data: only who administers it reads the file again.
  files: { import: async (_db, viewer) => viewer?.roles.includes('administrator') === true },
};
