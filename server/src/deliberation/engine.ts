import type { Engine } from '../platform/engine.ts';
import { closeSessionTimer } from './close-session.ts';
import { disclosureTimers, registerDisclosureRoutes } from './disclosure-routes.ts';
import { serveMatters } from './matter-routes.ts';
import { readMatterCards } from './read-cards.ts';
import { followMatter, readBallotPhoto, readMatterFile, readSessionFile } from './read-rules.ts';
import { serveSessions } from './session-routes.ts';

/** Matters of 四议两公开, from the draft to the rated outcome. */
export const deliberationEngine: Engine = {
  name: 'deliberation',
  serve: (app) => {
    serveMatters(app);
    serveSessions(app);
    registerDisclosureRoutes(app);
  },
  timers: { ...disclosureTimers, 'close-session': closeSessionTimer },
  files: { matter: readMatterFile, session: readSessionFile, ballot: readBallotPhoto },
  channels: { matter: followMatter },
  cards: { matter: readMatterCards },
};
