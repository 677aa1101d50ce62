import { evidence as page } from '../../../shared/locales/en/evidence.ts'
import { formatNumber, plural } from '../../../shared/text/figures.ts'

/** Posts that one keeps for oneself. */
export const evidence = {
  keep: 'Keep evidence',
  keepHint: 'A copy for you alone, whatever becomes of the post',
  kept: 'A copy is kept for 90 days, for you alone.',
  notKept: 'Nothing was kept.',
  look: 'Look at it',

  title: 'Kept evidence',
  explained:
    'These are copies of posts as they were when you kept them: the words, the pictures, who wrote them, when, and a row of hashes (long numbers) which show that nothing was changed since. They stay when a post is deleted or its author blocks you. They lie sealed: no member or moderator can read them unless you give them away; only whoever runs the machine could. Each is deleted after 90 days if you do not renew it.',
  loading: 'Loading what you kept',
  empty: 'You keep nothing',
  emptyText: 'Under “More” at a post you find “Keep evidence”.',
  count: (n: number) => `${formatNumber(n)} ${plural(n, 'post', 'posts')}`,
  by: 'by',
  keptAt: 'Kept',
  until: 'Deleted on',
  note: 'Your note:',
  about: 'About',
  damagedName: 'Damaged',
  damaged:
    'A byte of this was changed since you kept it, so it cannot be read and proves nothing. Tell those who run this community.',
  missing: (n: number) => `Of ${formatNumber(n)} more there was no copy.`,
  audience: page.audience,
  earlier: 'Edited afterwards. Before, it said, from',
  picture: 'A picture without a description',
  taken: 'A picture that was taken out before.',
  open: 'Read it',
  close: 'Close',
  out: 'Take it out',
  outHint:
    '“Take it out” gives you a ZIP file: a page to read, and the same for programs. Whoever has the file can read it.',
  renew: 'Renew',
  renewed: 'It is kept for 90 days from today.',
  remove: 'Delete',
  removeTitle: 'Delete this copy?',
  removeText: 'It is gone at once and cannot be had again. What you took out before stays with you.',
  removeYes: 'Delete',
  removeNo: 'Keep it',
  removed: 'Deleted.',
  ofWhom: (what: string, who: string) => `${what}: ${who}`,
  more: 'Show more',
  notDone: 'That did not work.',
} as const
