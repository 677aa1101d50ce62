/** The first steps after joining. */
export const firstSteps = {
  title: 'First steps',
  steps: 'First steps, four of them',
  names: ['You', 'Warnings', 'People', 'Being told'],
  done: ', done',
  skip: 'Skip this step',
  leave: 'Leave the first steps',
  leaveHint: 'Each step can be skipped, and each thing is in your settings later.',
  goOn: 'Go on',

  youTitle: 'How others see you',
  youLede: 'A name, a line about you, a picture. Nothing of it is needed.',
  saveAndGoOn: 'Save and go on',
  closedTitle: 'Who finds you',
  closedText: (asked: boolean) =>
    asked
      ? 'Unless you change it, search engines, the directory and the search by words leave you out, and nobody follows you before you said yes: those who follow you read what you write for followers.'
      : 'Unless you change it, search engines, the directory and the search by words leave you out, and anybody may follow you.',

  warnTitle: 'What content warnings are for',
  warnText:
    'A content warning, CW, is a short line above a post that says what is in it. The post stays folded until a reader opens it.',
  warnWhy: 'It is a courtesy, so that readers can choose when to read something hard, or long, or about food.',
  warnNever: 'It is no punishment and no verdict. What you live through yourself never needs one.',
  tryTitle: 'Try it once',
  tryText: 'Write something, press CW, and choose a topic or your own words. Only you will see this post.',
  tryLabel: 'A post to practise with',
  tryField: 'Write anything',
  trySeen: 'Seen by: only you',
  tryNames: 'Leave names with @ out of this one: whoever is named would see it.',
  tried: 'Only you see this post.',
  triedText: 'This is how readers meet it. Open it, as they would.',
  takeAway: 'Take it away again',

  peopleTitle: 'People to follow',
  peopleText: 'These people write here and want to be found. What those you follow write comes to your home.',
  peopleNone: 'You follow nobody until you say so; nobody was chosen for you.',
  peopleLabel: 'People who write here',
  peopleEmpty: 'Nobody here has asked to be found yet',
  peopleEmptyText: 'You meet people where everyone here writes.',
  peopleEveryone: 'Look at everyone here',

  tagsTitle: 'Hashtags to follow',
  tagsText:
    'A hashtag is a word with # before it, by which posts about one thing are found. What is written in public with one you follow comes to your home. These are in use here these days.',
  followTag: 'Follow',
  followingTag: 'Following',
  tagFollow: (name: string) => `Follow #${name}`,
  tagFollowing: (name: string) => `Following #${name}`,

  toldTitle: 'Being told',
  toldText: 'Your inbox keeps what others answer, like and pass on. Nothing rings, and no mail is sent about it.',
  toldWhere: 'What you hear of, and from whom, is yours to choose:',
  toldHow: 'your settings for being told',
  toldHere: 'On this device',
  enter: 'Go to your home',
} as const
