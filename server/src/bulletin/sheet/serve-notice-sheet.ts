import type { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refused } from '../../platform/http/errors.ts';
import type { Input } from '../../platform/http/serve.ts';
import type { Db } from '../../platform/store/store.ts';
import { styles } from '../../platform/sheet/style.ts';
import { filePath, publicPage } from '../paths.ts';
import { findPublicNotice, readPublicNotice } from '../public-notice.ts';
import { renderNoticeSheet } from './render-notice-sheet.ts';

type GetSheet = typeof bulletinApi.getNoticeSheet;

const readSheet = async (db: Db, token: string, now: number) => {
  const found = await findPublicNotice(db, token);
  const view = found && (await readPublicNotice(db, token, now));
  return found && view && { view, needsAck: found.notice.needsAck };
};

/** The printable sheet: no account, no script, nothing from elsewhere; the policy lets through exactly its own style sheet and pictures of this server. */
export const getNoticeSheet = async (
  { params, query, deps, now }: Input<GetSheet>,
  _request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const { store, config } = deps;
  const { lang }: Readonly<Record<string, unknown>> = query ?? {};
  const language = typeof lang === 'string' && lang.startsWith('en') ? 'en' : 'zh';
  const sheet = await store.read((db) => readSheet(db, params.noticeToken, now));
  if (!sheet) throw new Refused({ code: 'not-found' });
  const pageUrl = `${config.publicUrl}${publicPage(params.noticeToken)}`;
  const fileUrl = (fileId: string) => filePath(params.noticeToken, fileId);
  return reply
    .type('text/html; charset=utf-8')
    .header('content-language', language === 'zh' ? 'zh-CN' : 'en')
    .header('cache-control', 'no-cache')
    .header(
      'content-security-policy',
      `default-src 'none'; img-src 'self'; style-src ${styles.a4.hash}; frame-ancestors 'none'; base-uri 'none'`,
    )
    .send(renderNoticeSheet(sheet.view, { language, pageUrl, needsAck: sheet.needsAck, fileUrl }));
};
