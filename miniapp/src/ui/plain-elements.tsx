import type { CSSProperties, ReactNode } from 'react';

interface ElementProps {
  readonly className?: string;
  readonly style?: CSSProperties;
  readonly id?: string;
  readonly children?: ReactNode;
  readonly onClick?: () => void;
}

/** Names and states for assistive technology, as `aria` makes them, go to the element as they are. */
type AriaProps = Readonly<Record<`aria-${string}`, string | undefined>> & { readonly role?: string };

export const View = (props: ElementProps & AriaProps) => <div {...props} />;

export const Text = ({ userSelect = false, style, ...props }: ElementProps & AriaProps & { readonly userSelect?: boolean }) => (
  <span {...props} style={userSelect ? { ...style, userSelect: 'text', WebkitUserSelect: 'text' } : style} />
);

export const ScrollView = ({ scrollY = false, style, ...props }: ElementProps & AriaProps & { readonly scrollY?: boolean }) => (
  <div {...props} style={scrollY ? { ...style, overflowX: 'hidden', overflowY: 'auto' } : style} />
);

const fits = { aspectFit: 'contain', aspectFill: 'cover' } as const;

interface ImageProps extends Omit<ElementProps, 'children'> {
  readonly src: string;
  readonly mode: keyof typeof fits;
}

export const Image = ({ mode, style, ...props }: ImageProps & AriaProps) => (
  <img {...props} alt={props['aria-label'] ?? ''} style={{ ...style, objectFit: fits[mode] }} />
);
