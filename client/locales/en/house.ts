/** The pages on which those who run the community keep it. */
export const house = {
  tabs: 'Keeping the house',
  areas: {
    emojis: 'Emoji',
    announcements: 'Announcements',
    blocks: 'Blocks',
    peers: 'Servers',
    disk: 'Disk',
    panic: 'Bad hours',
    roles: 'Roles',
    documents: 'Papers',
    metrics: 'Numbers',
    audit_read: 'Log',
    complaints: 'Complaints',
  },
  closed: 'None of your roles opens this page.',
  stewardsOnly:
    'Stewards alone read these complaints. They are about those who run the community, and nobody decides about themselves.',
  whoHolds: 'See who holds which role',
  loading: 'The page is coming',
  notDone: 'That was not done.',
  no: 'Leave it',
  saved: 'Saved.',
  save: 'Save',
  edit: 'Change',
  remove: 'Delete',
  optional: '(may stay empty)',
} as const
