import type { Engine } from '../platform/engine.ts';
import { followGroup, followMe } from './channel-rules.ts';
import { syncGroupsTimer } from '../community/standing-changed.ts';
import { syncGroups } from './membership/sync-groups.ts';
import { followIntake, readHandedOnFile, readIntakeCards } from './intakes/read-rules.ts';
import { serveIntakes } from './intakes/serve-intakes.ts';
import { mentionTimer } from './look-after-mentioned.ts';
import { heldChecked } from './moderation/held-checked.ts';
import { remindTimer, remindWaiting } from './moderation/remind-keepers.ts';
import { readHeldFile } from './moderation/read-held-file.ts';
import { serveModeration } from './moderation/serve-moderation.ts';
import { readMessageFile } from './read-message-file.ts';
import { serveGroups } from './routes/group-routes.ts';
import { serveMembers } from './routes/member-routes.ts';
import { serveMessages } from './routes/message-routes.ts';
import { tellMentioned } from './tell-mentioned.ts';

/** Groups of neighbours, their messages, and how order is kept in them. */
export const chatEngine: Engine = {
  name: 'chat',
  serve: (app) => {
    serveGroups(app);
    serveMembers(app);
    serveMessages(app);
    serveModeration(app);
    serveIntakes(app);
  },
  timers: { [syncGroupsTimer]: syncGroups, [mentionTimer]: tellMentioned, [remindTimer]: remindWaiting },
  files: {
    message: async (...asked) => (await readMessageFile(...asked)) || readHandedOnFile(...asked),
    held: readHeldFile,
  },
  channels: { group: followGroup, me: followMe, intake: followIntake },
  cards: { topic: readIntakeCards('topic'), case: readIntakeCards('case') },
  mediaChecked: { held: heldChecked },
};
