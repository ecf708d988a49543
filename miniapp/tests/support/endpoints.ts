import type { Endpoint } from '@bandeng/shared/kernel/api.ts';

/** Operations of a server that exists in these tests only. */
export const castVote = { name: 'castVote', method: 'POST', path: '/api/votes/:voteId', summary: '' } as Endpoint<'/api/votes/:voteId'>;
export const readVote = { name: 'readVote', method: 'GET', path: '/api/votes/:voteId', summary: '' } as Endpoint<'/api/votes/:voteId'>;
