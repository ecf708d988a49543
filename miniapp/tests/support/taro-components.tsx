import { createElement, forwardRef, type ComponentType, type ReactNode } from 'react';

/** Plain DOM in place of Taro's components, so that components are tested as what a reader gets. */
type Props = Record<string, unknown> & { children?: ReactNode };
type Change = (event: { detail: { value: unknown } }) => void;

const ownToTaro = new Set(['hoverClass', 'scrollY', 'mode', 'lazyLoad', 'catchMove', 'placeholderClass', 'confirmType', 'autoHeight', 'maxlength', 'nativeProps', 'userSelect']);

const clean = (props: Props): Props =>
  Object.fromEntries(Object.entries(props).filter(([name]) => !ownToTaro.has(name)));

const element = (tag: string, adapt: (props: Props) => Props = (props) => props): ComponentType<Props> =>
  forwardRef<unknown, Props>((props, ref) => createElement(tag, { ...clean(adapt(props)), ref }));

const typed = ({ onInput, ...props }: Props): Props => ({
  ...props,
  onChange: (event: { target: { value: string } }) => (onInput as Change | undefined)?.({ detail: { value: event.target.value } }),
});

export const View = element('div');
export const ScrollView = element('div');
export const Text = element('span');
export const Image = element('img');
export const Button = element('button', (props) => ({ type: 'button', ...props }));
export const Input = element('input', typed);
export const Textarea = element('textarea', typed);
