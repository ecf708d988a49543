/** Only WeChat asks for consents, inside its own app. */
export const canAskConsent: boolean = false;

/** Resolves to what was answered, by template id; to nothing where nobody can be asked. */
export const requestConsent = async (
  _templateIds: readonly string[],
): Promise<Readonly<Record<string, string>>> => ({});
