import type { CustomEmoji } from './wire.ts'

/** The pages on which those who run the community keep it. */
export const houseAreas = [
  'emojis',
  'announcements',
  'collections',
  'blocks',
  'peers',
  'disk',
  'panic',
  'roles',
  'documents',
  'metrics',
  'audit_read',
  'complaints',
] as const
/** One of {@link houseAreas}; also the permission that opens it. */
export type HouseArea = (typeof houseAreas)[number]

/** One of the community's small pictures, as those who keep them see it. */
export type AdminEmoji = CustomEmoji & { animated: boolean; disabled: boolean; created_at: string }
