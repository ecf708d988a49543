import { contentProblem, fileProblem } from '@bandeng/shared/chat/check-input.ts';
import type { MessageInput } from '@bandeng/shared/chat/schemas.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq, sql } from 'drizzle-orm';
import { prepared, type Db } from '../platform/store/store.ts';
import type { MessageBody } from './tables.ts';

const $ = sql.placeholder;

const fileById = prepared('chat_file', (db: Db) => {
  const { files: f } = db.t;
  return db
    .select()
    .from(f)
    .where(and(eq(f.communityId, $('communityId')), eq(f.id, $('fileId'))));
});

/** An uploaded file, whoever it belongs to. */
export const findFile = async (db: Db, communityId: string, fileId: string) => (await fileById(db, { communityId, fileId }))[0];

type StoredFile = NonNullable<Awaited<ReturnType<typeof findFile>>>;

const measuresOf = ({ width, height, durationMs }: StoredFile) => ({
  ...(width === null ? {} : { width }),
  ...(height === null ? {} : { height }),
  ...(durationMs === null ? {} : { durationMs }),
});

/**
 * What a message of this input carries besides its text. Whether the file may be used is for its attachment to say.
 * @returns refusals: message-incomplete, message-mixed, not-found, file-kind-wrong, voice-too-long
 */
export const readContent = async (db: Db, communityId: string, input: MessageInput): Promise<Result<MessageBody>> => {
  const problem = contentProblem(input);
  if (problem !== null) return refuse(problem);
  const { kind, card, fileId } = input;
  if (card !== undefined) return ok({ cardKind: card.kind, cardId: card.id });
  if (fileId === undefined) return ok({});
  const file = await findFile(db, communityId, fileId);
  if (!file) return refuse('not-found', { field: 'fileId' });
  const wrong = fileProblem(kind, file);
  if (wrong !== null) return refuse(wrong, { field: 'fileId' });
  return ok({ fileId, fileName: file.name, fileType: file.type, fileSize: file.size, ...measuresOf(file) });
};
