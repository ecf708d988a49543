import type { Engine } from '../platform/engine.ts';
import { followGroup, followMe } from './channel-rules.ts';
import { serveGroups } from './routes/group-routes.ts';

/** Groups of neighbours, their messages, and how order is kept in them. */
export const chatEngine: Engine = {
  name: 'chat',
  serve: (app) => {
    serveGroups(app);
  },
  channels: { group: followGroup, me: followMe },
};
