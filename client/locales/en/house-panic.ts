import { formatNumber, formatWhen, plural } from '../../../shared/text/figures.ts'

const hours = (n: number) => `${formatNumber(n)} ${plural(n, 'hour', 'hours')}`

/** The page of switches for bad hours. */
export const housePanic = {
  lede: 'For a raid, a leak or a broken neighbour. Each switch goes back by itself. What you do here is written down.',
  kinds: {
    close_sign_ups: {
      title: 'Nobody new',
      breaks: 'Nobody can join. Invites do not help. Who applied already still waits.',
    },
    invite_only: { title: 'By invite only', breaks: 'Who has no invite cannot join. Nothing else changes.' },
    first_posts: {
      title: 'A yes before the first post',
      breaks: 'Newcomers whom nobody here knows cannot post until one of you vouches for them under People, Members.',
    },
    no_media: { title: 'No pictures', breaks: 'Nobody here can post a picture. Pictures that are there stay.' },
    mentions_followed: {
      title: 'Mentions from people one follows',
      breaks: 'Mentions by others wait as requests. Nothing is lost, but answers to strangers are seen later.',
    },
    pause_inbound: {
      title: 'Nothing comes from other servers',
      breaks:
        'Only servers on your allow-list are heard. The others try again for some days; what is older than that is lost.',
    },
    pause_outbound: {
      title: 'Nothing goes to other servers',
      breaks: 'Posts and deletions wait here. Somebody elsewhere may go on reading what was deleted here.',
    },
    read_only: {
      title: 'Everything rests',
      breaks:
        'Members can read, block, mute, keep evidence and report. They cannot post, follow or change anything else.',
    },
    hide_local: {
      title: 'Public lists for members only',
      breaks: 'Visitors see no lists of posts and no hashtags. Single posts and profiles stay open by their address.',
    },
    log_out_all: {
      title: 'Log everybody out',
      breaks: 'Everybody but you has to log in again, and to connect their apps again. It cannot be taken back.',
    },
    stop_mail: {
      title: 'No mail leaves',
      breaks: 'Nobody gets a link to confirm an address or for a new password. The mails leave afterwards.',
    },
  },
  on: 'On',
  off: 'Off',
  waits: 'Waits for a second person',
  until: (time: string) => `until ${formatWhen(time)}`,
  wanted: (time: string) => `Wanted until ${formatWhen(time)}. Past a day a second person has to agree.`,
  by: (name: string) => `by @${name}`,
  agreedBy: (name: string) => `@${name} agreed`,
  reason: 'Why',
  reasonHint: 'Your colleagues read it, and it stays in the log.',
  notice: 'What everybody reads meanwhile',
  noticeHint: 'Shown to visitors and members. Empty: nothing is said.',
  hours: 'For how many hours',
  hoursHint: (n: number) =>
    n > 0
      ? `Alone you can have it on for ${hours(n)} more. 72 are the most.`
      : 'Alone you have had it on for a day. Somebody has to agree before it holds.',
  nobodyElse: 'You are the only one who can turn these switches: past a day nobody can agree.',
  breaksTitle: 'What breaks',
  turnOn: 'Turn on',
  turnOnTitle: (title: string) => `Turn on: ${title}?`,
  doIt: 'Do it now',
  turnOff: 'Turn off',
  notYou:
    'Not you: you turned it on, or one of you came by an invite of the other. Anybody else who may turn these switches can.',
  agree: 'Agree to the whole time',
  turnedOn: (title: string) => `${title}: on.`,
  turnedOff: (title: string) => `${title}: off.`,
  agreed: 'You agreed. It goes on.',
  alert: 'At the moment:',
} as const
