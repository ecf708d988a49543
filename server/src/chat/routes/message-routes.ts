import { chatApi as api } from '@bandeng/shared/chat/api.ts';
import { chatPolicy as policy } from '@bandeng/shared/chat/policy.ts';
import { chatSchemas as schemas } from '@bandeng/shared/chat/schemas.ts';
import type { FastifyInstance } from 'fastify';
import { serveCommand, serveQuery } from '../../platform/http/serve.ts';
import { checkWords } from '../check-words.ts';
import { countReaders } from '../count-readers.ts';
import { deleteMessage } from '../delete-message.ts';
import { getCards } from '../get-cards.ts';
import { listMessages } from '../list-messages.ts';
import { markRead } from '../mark-read.ts';
import { pinMessage } from '../pin-message.ts';
import { recallMessage } from '../recall-message.ts';
import { searchMessages } from '../search-messages.ts';
import { sendMessage } from '../send-message.ts';
import { onGroup } from './group-routes.ts';

/**
 * A mark waits neither for what is said in the group nor for other people's marks. It may be made twice without harm, so
 * that no row has to remember when somebody read what.
 */
const onOwnMark = {
  lock: ({ communityId, groupId }: { communityId: string; groupId: string }, accountId: string) =>
    `read:${communityId}/${groupId}/${accountId}`,
  unlinkable: true,
};

export const serveMessages = (app: FastifyInstance): void => {
  serveQuery(app, api.listMessages, schemas.listMessages, policy.listMessages, listMessages);
  serveCommand(app, api.sendMessage, schemas.sendMessage, policy.sendMessage, sendMessage, { ...onGroup, before: checkWords });
  serveCommand(app, api.recallMessage, schemas.recallMessage, policy.recallMessage, recallMessage, onGroup);
  serveCommand(app, api.deleteMessage, schemas.deleteMessage, policy.deleteMessage, deleteMessage, onGroup);
  serveCommand(app, api.pinMessage, schemas.pinMessage, policy.pinMessage, pinMessage, onGroup);
  serveCommand(app, api.markRead, schemas.markRead, policy.markRead, markRead, onOwnMark);
  serveQuery(app, api.countReaders, schemas.countReaders, policy.countReaders, countReaders);
  serveQuery(app, api.searchMessages, schemas.searchMessages, policy.searchMessages, searchMessages);
  serveQuery(app, api.getCards, schemas.getCards, policy.getCards, getCards);
};
