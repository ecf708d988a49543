/** The sequence that an address names; 0, which no message has, for what is no sequence. */
export const seqOf = (messageSeq: string): number => (/^[1-9][0-9]{0,14}$/.test(messageSeq) ? Number(messageSeq) : 0);
