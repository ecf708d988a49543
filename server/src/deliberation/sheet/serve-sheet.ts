import type { DisclosureStageId } from '@bandeng/shared/deliberation/vocabulary.ts';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { Refused } from '../../platform/http/errors.ts';
import type { Db } from '../../platform/store/store.ts';
import { findMatter } from '../load-matter.ts';
import { findPublished, readPublicDisclosure } from '../public-disclosure.ts';
import { renderSheet } from './render-sheet.ts';
import { styles } from '../../platform/sheet/style.ts';

const Params = Type.Object({ token: Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' }) });
const Query = Type.Object({
  lang: Type.Optional(Type.String({ maxLength: 20 })),
  paper: Type.Optional(Type.String({ maxLength: 4 })),
});

interface Asked {
  Params: { token: string };
  Querystring: { lang?: string; paper?: string };
}

/** What is printed, and the rules that this very matter was frozen with. */
const readSheet = async (db: Db, token: string, publicUrl: string) => {
  const view = await readPublicDisclosure(db, token, publicUrl);
  const found = view && (await findPublished(db, token));
  const matter = found && (await findMatter(db, found.disclosure.communityId, found.disclosure.matterId));
  const rules = matter?.rules?.disclosures[found?.disclosure.stageId as DisclosureStageId];
  return view && rules && { view, rules };
};

/**
 * The printable sheet of a notice (`?lang=en`, `?paper=a3`), and the two short addresses that QR codes carry. No account, no
 * script, nothing from elsewhere: the policy lets through exactly its own style sheet.
 */
export const serveSheets = (app: FastifyInstance): void => {
  const { store, config } = app.deps;

  app.get<Asked>(
    '/sheets/:token',
    { schema: { hide: true, params: Params, querystring: Query } },
    async (request, reply) => {
      const { token } = request.params;
      const language = request.query.lang?.startsWith('en') === true ? 'en' : 'zh';
      const paper = request.query.paper?.toLowerCase() === 'a3' ? 'a3' : 'a4';
      const page = await store.read((db) => readSheet(db, token, config.publicUrl));
      if (!page) throw new Refused({ code: 'not-found' });
      return reply
        .type('text/html; charset=utf-8')
        .header('content-language', language === 'zh' ? 'zh-CN' : 'en')
        .header('cache-control', 'no-cache')
        .header(
          'content-security-policy',
          `default-src 'none'; style-src ${styles[paper].hash}; frame-ancestors 'none'; base-uri 'none'`,
        )
        .send(
          renderSheet(page.view, { language, paper, lawOfDays: page.rules.daysLaw, answerDays: page.rules.answerDays }),
        );
    },
  );

  app.get<Asked>('/p/:token', { schema: { hide: true, params: Params } }, async (request, reply) =>
    reply.redirect(`/bulletin/pages/disclosure/index?token=${request.params.token}`),
  );

  app.get<Asked>('/b/:token', { schema: { hide: true, params: Params } }, async (request, reply) =>
    reply.redirect(`/bulletin/pages/board/index?token=${request.params.token}`),
  );
};
