import type { PickedFile, PickOptions, UploadAnswer, UploadOptions } from './picked-file';

const kinds = {
  audio: 'audio/*,.mp3,.m4a,.aac,.wav,.ogg,.webm',
  chat: 'image/jpeg,image/png,image/webp,image/gif,application/pdf,.docx,.xlsx,.pptx',
} as const;

const accepted = ({ documents, sheets, accept }: PickOptions) =>
  accept !== undefined ? kinds[accept] : sheets === true ? '.xlsx,.csv' : 'image/jpeg,image/png,image/webp' + (documents ? ',application/pdf' : '');

/** Opens the browser's file chooser. Empty when the person cancels. */
export const pickFiles = (options: PickOptions): Promise<PickedFile[]> =>
  new Promise((resolve) => {
    const { count } = options;
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accepted(options);
    input.multiple = count > 1;
    input.style.display = 'none';
    const finish = (files: File[]) => {
      input.remove();
      resolve(files.slice(0, count).map((file) => ({ name: file.name, size: file.size, source: file })));
    };
    input.addEventListener('change', () => finish(Array.from(input.files ?? [])));
    input.addEventListener('cancel', () => finish([]));
    document.body.append(input);
    input.click();
  });

/** XMLHttpRequest, because fetch tells nothing about the progress of an upload. Rejects when no answer came. */
export const sendFile = (file: PickedFile, { address, header, onProgress }: UploadOptions): Promise<UploadAnswer> =>
  new Promise((resolve, reject) => {
    const form = new FormData();
    form.append('file', file.source as File, file.name);
    const request = new XMLHttpRequest();
    request.open('POST', API_BASE + address);
    Object.entries(header).forEach(([name, value]) => request.setRequestHeader(name, value));
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : Math.floor((loaded * 100) / total));
    request.onload = () => resolve({ status: request.status, body: request.response as unknown });
    request.onerror = () => reject(new Error('connection lost'));
    request.send(form);
  });
