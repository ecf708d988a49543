import { ApiError, errorOfReply, localError } from './api-error';
import { currentToken, refreshTokens } from './session';

const fetchBytes = (address: string, token: string | null): Promise<Response> =>
  fetch(API_BASE + address, token === null ? {} : { headers: { authorization: `Bearer ${token}` } });

/** Fetches a protected file and returns an address that the page itself can show. Throws ApiError. */
export const fetchFile = async (address: string): Promise<string> => {
  try {
    const token = currentToken();
    let answer = await fetchBytes(address, token);
    if (answer.status === 401 && token !== null) answer = await fetchBytes(address, await refreshTokens(token));
    if (!answer.ok) throw errorOfReply(answer.status, await answer.json().catch(() => null));
    return URL.createObjectURL(await answer.blob());
  } catch (error) {
    throw error instanceof ApiError ? error : localError('network-lost');
  }
};

/** Shows a fetched file in a new tab; the address is freed once the tab has had time to read it. */
export const showFile = async (address: string, name: string): Promise<void> => {
  const local = await fetchFile(address);
  const link = document.createElement('a');
  link.href = local;
  link.target = '_blank';
  link.rel = 'noopener';
  link.title = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(local), 60_000);
};
