import type { Engine } from '../platform/engine.ts';
import { followGroup, followMe } from './channel-rules.ts';
import { syncGroupsTimer } from '../community/standing-changed.ts';
import { syncGroups } from './membership/sync-groups.ts';
import { readMessageFile } from './read-message-file.ts';
import { serveGroups } from './routes/group-routes.ts';
import { serveMessages } from './routes/message-routes.ts';

/** Groups of neighbours, their messages, and how order is kept in them. */
export const chatEngine: Engine = {
  name: 'chat',
  serve: (app) => {
    serveGroups(app);
    serveMessages(app);
  },
  timers: { [syncGroupsTimer]: syncGroups },
  files: { message: readMessageFile },
  channels: { group: followGroup, me: followMe },
};
