/** A file the person has chosen and not yet sent. `source` is a File in a browser and a local path in WeChat. */
export interface PickedFile {
  readonly name: string;
  readonly size: number;
  readonly source: unknown;
}

export interface PickOptions {
  readonly count: number;
  readonly documents: boolean;
  /** Spreadsheets only: the owner register. */
  readonly sheets?: boolean;
  /** audio: recordings only; chat: whatever a conversation takes. */
  readonly accept?: 'audio' | 'chat';
}

export interface UploadOptions {
  readonly address: string;
  readonly header: Readonly<Record<string, string>>;
  /** 0–100 */
  readonly onProgress: (percent: number) => void;
}

export interface UploadAnswer {
  readonly status: number;
  readonly body: unknown;
}
