import type { HouseArea } from '../../../shared/api/house.ts'

const words: Record<HouseArea, string> = {
  emojis: 'emoji',
  announcements: 'announcements',
  collections: 'collections',
  blocks: 'blocks',
  peers: 'servers',
  disk: 'disk',
  panic: 'bad-hours',
  roles: 'roles',
  documents: 'papers',
  metrics: 'numbers',
  audit_read: 'log',
  complaints: 'complaints',
}

/** Where a page of the house is. */
export const pathOf = (area: HouseArea): string => `/house/${words[area]}`
