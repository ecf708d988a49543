import { create } from 'zustand';

interface Question {
  readonly title: string;
  readonly text?: string;
  readonly confirmText?: string;
  readonly cancelText?: string;
  /** The confirmation undoes or deletes something. */
  readonly danger?: boolean;
}

interface Overlays {
  readonly question: (Question & { readonly answer: (yes: boolean) => void }) | null;
  readonly toast: { readonly id: number; readonly text: string } | null;
}

export const useOverlays = create<Overlays>()(() => ({ question: null, toast: null }));

/** Asks before something that cannot simply be undone. Resolves to false when the person leaves it. */
export const confirm = (question: Question): Promise<boolean> => {
  useOverlays.getState().question?.answer(false);
  return new Promise((resolve) => {
    const answer = (yes: boolean) => {
      useOverlays.setState({ question: null });
      resolve(yes);
    };
    useOverlays.setState({ question: { ...question, answer } });
  });
};

let lastToast = 0;

/** A short confirmation that goes by itself. Never the only place where an error is told. */
export const toast = (text: string): void => {
  const id = ++lastToast;
  useOverlays.setState({ toast: { id, text } });
  setTimeout(() => {
    if (useOverlays.getState().toast?.id === id) useOverlays.setState({ toast: null });
  }, Math.max(2500, text.length * 160));
};
