import type { CollectionAnswer } from '../../../shared/api/collections.ts'

/** Collections of people to follow, as members meet them. */
export const collections = {
  title: 'Collections of people',
  lede: 'A few people about one thing, put together by those who run this community. Everybody in one said yes to it.',
  none: 'There are no collections yet',
  noneText:
    'Those who run this community can put some together. Until then you find people under the other words above.',
  askedTitle: (title: string) => `May we show you in “${title}”?`,
  askedText:
    'Members who look for people to follow would see you there. A no is seen by those who asked and by nobody else, and you are not asked again.',
  yes: 'Yes, show me',
  no: 'No',
  saidYes: 'You stand in it now.',
  saidNo: 'You do not stand in it.',
  shown: 'You stand in this one.',
  leave: 'Leave it',
  notDone: 'That did not work.',
  peopleIn: (title: string) => `People in ${title}`,
  onlyYou: 'Nobody else said yes yet.',
} as const

/** The page on which collections are put together. */
export const houseCollections = {
  lede: 'A collection is a few people about one thing, for newcomers and everybody who looks for people to follow. Whoever you ask is shown in it once they say yes, and can leave at any time.',
  add: 'Begin a collection',
  name: 'Name',
  nameHint: 'What these people have in common. It cannot be changed later: they say yes to these words.',
  about: 'What it is about',
  addIt: 'Begin it',
  added: 'The collection is there. Now ask people.',
  none: 'No collections yet',
  noneText: 'Begin one above, and ask people to stand in it.',
  askLabel: 'Name of a member',
  askHint: 'Only who wants to be found can be asked.',
  ask: 'Ask them',
  asked: 'They are asked.',
  takeOut: 'Take out',
  takenOut: 'They do not stand in it any more.',
  states: {
    asked: 'asked',
    shown: 'said yes',
    left_out: 'said yes, wants to be found no more',
    refused: 'said no',
  } satisfies Record<CollectionAnswer, string>,
  deleteTitle: 'Take this collection away?',
  deleteText: 'Nobody is shown in it any more. Who follows whom stays as it is.',
  deleted: 'The collection is gone.',
} as const
