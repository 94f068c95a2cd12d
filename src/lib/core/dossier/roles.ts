/**
 * What a type of event is a case of; each has a colour and a shape of its own. They stand apart from the
 * schema so that who draws need not carry what checks.
 */
export const ROLES = ['armed', 'movement', 'diplomacy', 'word', 'agreement'] as const;
export type Role = (typeof ROLES)[number];
