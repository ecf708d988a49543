/** The English half of a section has exactly the keys of the Chinese half. */
export type Translation<Section> = { readonly [K in keyof Section]: string };
