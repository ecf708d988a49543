import type { FastifyReply } from 'fastify';
import type { FileRow } from './file-rule.ts';
import { readKeptFile } from './vault.ts';

const escape = (char: string) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`;

/** Header text that names a file in any script (RFC 6266, RFC 8187). Only pictures are shown in place. */
const dispositionOf = (name: string, type: string) =>
  `${type.startsWith('image/') ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, escape)}`;

/**
 * Answers with the bytes of a kept file. Whether the caller may read it has been decided before.
 * @param smallSize bytes of the small picture to answer with instead, or null
 */
export const sendFile = (
  reply: FastifyReply,
  dataDir: string,
  file: FileRow,
  cacheControl: string,
  smallSize: number | null = null,
): FastifyReply =>
  reply
    .type(file.type)
    .header('content-length', smallSize ?? file.size)
    .header('content-disposition', dispositionOf(file.name, file.type))
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', cacheControl)
    .send(readKeptFile(dataDir, file.communityId, file.id, smallSize !== null));
