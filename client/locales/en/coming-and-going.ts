import { plural } from '../../../shared/text/figures.ts'

/** Signing in from another server, moving in, moving out. */
export const comingAndGoing = {
  guestTitle: 'From another server',
  guestLede:
    'If your account is on another server, that server can tell us who you are. It tells us nothing else, and we forget it within a day.',
  signIn: 'Sign in with your server',
  server: 'Your handle, or your server',
  serverHint: 'Such as @name@server.example. You allow it there; your password stays there.',
  youAre: (acct: string) => `You are @${acct}`,
  guestText:
    'Your server vouched for you. This is no account here: you can take part in what you are asked into, and in nothing else.',
  leave: 'Sign out',
  left: 'We have forgotten you.',
  loading: 'One moment',
  notDone: 'That did not work.',
  out: 'About this community',
  problem: {
    expired: 'That took too long, or began in another browser. Begin once more.',
    denied: 'You said no at your server. Nothing was told to us.',
    refused: 'Your server did not go through with it. Begin once more.',
    unknown: 'Your server did not tell us who you are.',
  },

  movingTitle: 'Moving',
  movingLink: 'Move in from another server, or move out',
  moveIn: 'Move in',
  moveInHint:
    'Whom you follow, mute and block, the servers you block, your bookmarks and your profile come along from your old account. You allow that there, and we give it back once all has come.',
  connect: 'Connect the old account',
  from: (acct: string) => `From @${acct}`,
  parts: {
    profile: 'Profile',
    follows: 'Follows',
    mutes: 'Mutes',
    blocks: 'Blocks',
    domain_blocks: 'Blocked servers',
    bookmarks: 'Bookmarks',
  },
  progress: (done: number, total: number) => `${done} of ${total}`,
  reading: (part: string) => `Reading: ${part}`,
  underWay:
    'It goes on by itself; you can leave this page. Who cannot be found now is looked for once more ten minutes later.',
  finished: 'All of it is here that could come.',
  stuck:
    'It does not go on: your old server does not answer, or this community speaks with it no more. What came is here, and nothing comes twice.',
  resume: 'Go on',
  forget: 'Stop and forget',
  forgetDone: 'Forget this list',
  failures: (n: number) => `${n} ${plural(n, 'thing', 'things')} could not come`,

  archive: 'Old posts',
  archiveHint:
    'From an archive of Mastodon’s, your posts for everybody stand on your profile under their own dates, with their pictures. Members here can read them; they go to no other server. What was for few people does not leave this device.',
  archiveFile: 'The archive as it came from your old server',
  archiveFileHint: 'A .zip or .tar.gz, or outbox.json out of it. You ask for it there under Import and export.',
  archiveMissing: 'Choose the file first.',
  archiveNone: 'There is no list of posts in this file, or it is damaged.',
  archiveBring: 'Bring the posts',
  archiveStay:
    'Leave this page open. If it breaks off, choose the same file again: it goes on, and nothing comes twice.',
  archivePosts: (done: number, total: number) => `Posts: ${done} of ${total} looked at`,
  archivePictures: (came: number, total: number) => `Pictures: ${came} of ${total}`,
  archiveCame: (came: number, known: number) =>
    known > 0 ? `${came} came, ${known} were here already.` : `${came} ${plural(came, 'post', 'posts')} came.`,
  archiveLeft: 'These stay in the archive:',
  archiveWhy: {
    boosts: (n: number) => `${n} ${plural(n, 'boost', 'boosts')}: other people wrote those posts.`,
    answers: (n: number) => `${n} ${plural(n, 'answer', 'answers')}: the other half of the talk is not here.`,
    for_few: (n: number) =>
      `${n} ${plural(n, 'post', 'posts')} for followers or single people: here others would read ${plural(n, 'it', 'them')}.`,
    unreadable: (n: number) => `${n} ${plural(n, 'thing', 'things')} that we cannot read.`,
  },
  archiveWaits: (n: number) =>
    `${n} ${plural(n, 'picture is', 'pictures are')} still in your archive. Choose the same file again, and it goes on.`,
  archiveLeave: 'Leave them there',
  archiveFailed: (n: number) => `${n} ${plural(n, 'picture or film', 'pictures and films')} could not come`,

  moveOut: 'Move out',
  moveOutHint:
    'Your followers are asked to follow your new account, and your profile says where you went. Posts stay here.',
  aliases: 'Also you',
  aliasesHint:
    'To move here from another server with your followers, name the old account first; then begin the move there.',
  alias: 'Handle of your other account',
  aliasHint: 'Such as @name@server.example.',
  addAlias: 'That is also me',
  dropAlias: 'No longer',
  target: 'Handle of your new account',
  targetHint: 'There, name this account as an alias first.',
  targetMissing: 'Write the handle of your new account.',
  goThere: 'Move there',
  moveTitle: 'Move your followers?',
  moveText: 'They are asked to follow the new account, and can be moved again only after 30 days.',
  movedTo: (acct: string) => `You moved to @${acct}.`,
  stay: 'Take that notice away',
  stayed: 'The notice is gone.',
} as const
