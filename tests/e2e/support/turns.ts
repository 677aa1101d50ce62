/** Specs whose stories `npm test` tells on the phone: what most people do on one. The others are told at a desk. */
export const onPhone = [
  'about',
  'acts',
  'back-and-forth',
  'cards',
  'completion',
  'confirm',
  'delete',
  'draft',
  'edit',
  'featured',
  'first-steps',
  'inbox',
  'install',
  'join',
  'live',
  'offline',
  'pauses',
  'phone',
  'pictures',
  'place',
  'poll',
  'profile',
  'profile-lines',
  'push',
  'quote',
  'relations',
  'reply',
  'safety',
  'thread',
  'timelines',
  'truce',
  'warnings',
  'write',
]

/** Specs that are told in both sizes each time: whole mediations, and what moderators decide. */
export const onBoth = ['mediation-calm', 'mediation-harm', 'moderation']

/** The files of some specs. */
export const filesOf = (specs: readonly string[]): RegExp => new RegExp(`/(?:${specs.join('|')})\\.spec\\.ts$`)
