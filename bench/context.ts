export type VerbContext = { options: Record<string, unknown> };
