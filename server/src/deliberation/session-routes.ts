import { deliberationApi as api } from '@bandeng/shared/deliberation/api.ts';
import { deliberationPolicy as policy } from '@bandeng/shared/deliberation/policy.ts';
import { deliberationSchemas as schemas } from '@bandeng/shared/deliberation/schemas.ts';
import type { FastifyInstance } from 'fastify';
import { checkWordList } from '../platform/content-check/check-wording.ts';
import { serveCommand, serveQuery } from '../platform/http/serve.ts';
import { cancelSession } from './cancel-session.ts';
import { castBallot } from './cast-ballot.ts';
import { checkFields } from './check-fields.ts';
import { checkIn } from './check-in.ts';
import { closeSession } from './close-session.ts';
import { conveneSession } from './convene-session.ts';
import { declareInterest } from './declare-interest.ts';
import { enterPaperBallot } from './enter-paper-ballot.ts';
import { excuseOther } from './excuse-other.ts';
import { getSession } from './get-session.ts';
import { listReceipts } from './list-receipts.ts';
import { lockMinutes } from './lock-minutes.ts';
import { onMatter } from './matter-routes.ts';
import { openSession } from './open-session.ts';
import { rescheduleSession } from './reschedule-session.ts';
import { signInOther } from './sign-in-other.ts';
import { signMinutes } from './sign-minutes.ts';
import { writeMinutes } from './write-minutes.ts';

/** Groups the writes of a session into common transactions; what they serialise on is the lock of its matter. */
const onSession = { lock: ({ communityId, sessionId }: { communityId: string; sessionId: string }) => `session:${communityId}/${sessionId}` };
const onBallot = { ...onSession, unlinkable: true };

export const serveSessions = (app: FastifyInstance): void => {
  serveCommand(app, api.conveneSession, schemas.conveneSession, policy.conveneSession, conveneSession, {
    ...onMatter,
    before: (input) => checkFields(input, { question: input.body.question, place: input.body.place }),
  });
  serveCommand(app, api.rescheduleSession, schemas.rescheduleSession, policy.rescheduleSession, rescheduleSession, {
    ...onSession,
    before: (input) => checkFields(input, { question: input.body.question, place: input.body.place }),
  });
  serveCommand(app, api.cancelSession, schemas.cancelSession, policy.cancelSession, cancelSession, {
    ...onSession,
    before: (input) => checkFields(input, { reason: input.body.reason }),
  });
  serveCommand(app, api.openSession, schemas.openSession, policy.openSession, openSession, onSession);
  serveQuery(app, api.getSession, schemas.getSession, policy.getSession, getSession);
  serveCommand(app, api.checkIn, schemas.checkIn, policy.checkIn, checkIn, onSession);
  serveCommand(app, api.signInOther, schemas.signInOther, policy.signInOther, signInOther, onSession);
  serveCommand(app, api.declareInterest, schemas.declareInterest, policy.declareInterest, declareInterest, {
    ...onSession,
    before: (input) => checkFields(input, { reason: input.body.reason }),
  });
  serveCommand(app, api.excuseOther, schemas.excuseOther, policy.excuseOther, excuseOther, {
    ...onSession,
    before: (input) => checkFields(input, { reason: input.body.reason }),
  });
  serveCommand(app, api.castBallot, schemas.castBallot, policy.castBallot, castBallot, {
    ...onBallot,
    before: (input) => checkWordList(input.deps, input.body.reason ?? '', 'reason'),
  });
  serveCommand(app, api.enterPaperBallot, schemas.enterPaperBallot, policy.enterPaperBallot, enterPaperBallot, onBallot);
  serveCommand(app, api.closeSession, schemas.closeSession, policy.closeSession, closeSession, onSession);
  serveQuery(app, api.listReceipts, schemas.listReceipts, policy.listReceipts, listReceipts);
  serveCommand(app, api.writeMinutes, schemas.writeMinutes, policy.writeMinutes, writeMinutes, {
    ...onSession,
    before: (input) => checkFields(input, { text: input.body.text }),
  });
  serveCommand(app, api.signMinutes, schemas.signMinutes, policy.signMinutes, signMinutes, onSession);
  serveCommand(app, api.lockMinutes, schemas.lockMinutes, policy.lockMinutes, lockMinutes, onSession);
};
