const codes = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);

/** Whether a failed `fetch` certainly ended before the request left: only then may what must not be doubled be sent again. */
export const wasNeverSent = (error: unknown): boolean => {
  const { code } = ((error as { cause?: unknown } | null)?.cause ?? {}) as { code?: unknown };
  return typeof code === 'string' && (codes.has(code) || code.startsWith('CERT_') || code.startsWith('ERR_TLS_'));
};

/** Statuses by which a server says that it did nothing and wants to be asked again. */
export const asksToComeAgain = (status: number): boolean => status === 429 || status === 503;
