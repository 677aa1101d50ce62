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

/** Those among areas that this client has a page for: a newer server may name others. */
export const knownAreas = (areas: readonly HouseArea[]): HouseArea[] =>
  areas.filter((area) => Object.hasOwn(words, area))

/** Where a page of the house is. */
export const pathOf = (area: HouseArea): string => `/house/${words[area]}`
