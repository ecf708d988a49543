import type { DisclosureStageId } from '@bandeng/shared/deliberation/vocabulary.ts';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { Refused } from '../../platform/http/errors.ts';
import { bases } from '@bandeng/shared/deliberation/law.ts';
import { findMatter } from '../load-matter.ts';
import { findPublished, readPublicDisclosure } from '../public-disclosure.ts';
import { renderSheet } from './render-sheet.ts';
import { styles } from './style.ts';

const Params = Type.Object({ token: Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' }) });
const Query = Type.Object({
  lang: Type.Optional(Type.String({ maxLength: 20 })),
  paper: Type.Optional(Type.String({ maxLength: 4 })),
});

interface Asked {
  Params: { token: string };
  Querystring: { lang?: string; paper?: string };
}

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
      const page = await store.read(async (db) => {
        const view = await readPublicDisclosure(db, token, config.publicUrl);
        const published = view && (await findPublished(db, token));
        const matter =
          published && (await findMatter(db, published.disclosure.communityId, published.disclosure.matterId));
        const stageId = view?.disclosure.stageId as DisclosureStageId;
        return view && { view, lawOfDays: matter?.rules?.disclosures[stageId].daysLaw ?? bases.disclosure };
      });
      if (!page) throw new Refused({ code: 'not-found' });
      return reply
        .type('text/html; charset=utf-8')
        .header('content-language', language === 'zh' ? 'zh-CN' : 'en')
        .header('cache-control', 'no-cache')
        .header(
          'content-security-policy',
          `default-src 'none'; style-src ${styles[paper].hash}; frame-ancestors 'none'; base-uri 'none'`,
        )
        .send(renderSheet(page.view, { language, paper, lawOfDays: page.lawOfDays }));
    },
  );

  app.get<Asked>('/p/:token', { schema: { hide: true, params: Params } }, async (request, reply) =>
    reply.redirect(`/bulletin/pages/disclosure/index?token=${request.params.token}`),
  );

  app.get<Asked>('/b/:token', { schema: { hide: true, params: Params } }, async (request, reply) =>
    reply.redirect(`/bulletin/pages/board/index?token=${request.params.token}`),
  );
};
