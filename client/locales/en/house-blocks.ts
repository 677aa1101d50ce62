import { formatNumber, formatWhen } from '../../../shared/text/figures.ts'

/** The page of blocks. */
export const houseBlocks = {
  lede: 'Who may not join, by network, mail provider, mail address or name. None of this touches members who are here, but a network without access.',
  ip: {
    title: 'Networks',
    text: 'An IP address or a range of them. We keep no list of who came from where: an address is kept for 72 hours, as a fingerprint.',
    field: 'Address or network',
    hint: 'Such as 192.0.2.7 or 192.0.2.0/24.',
    empty: 'No network is shut out.',
  },
  look1: 'Look what it catches',
  caught: (n: number, domain: string) =>
    n === 0
      ? `No member has an address at ${domain}.`
      : `${n === 1 ? 'One member has an address' : `${n} members have addresses`} at ${domain}. They stay; nobody new can join with one.`,
  notAsked:
    'Which servers take in its mail is not known: the setting MAIL_RESOLVER of the machine is off, so nobody is asked.',
  noHosts: 'The resolver knows no server that takes in its mail.',
  hosts: 'Shut out the servers of its mail too?',
  hostsHint:
    'Then nobody can join with any domain whose mail goes there. Think twice with big providers: many small domains keep their mail with them.',
  behind: (n: number) =>
    n === 0
      ? 'No member has mail there under another domain.'
      : `${n === 1 ? 'One member has' : `${n} members have`} mail there under another domain.`,
  hostBlocked: (host: string) => `${host} is shut out already.`,
  domain: {
    title: 'Mail providers',
    text: 'With addresses of these, and of those below them, nobody can join. Where the setting MAIL_RESOLVER of the machine is on, a name here also shuts out every provider whose mail goes to a server of that name.',
    field: 'Mail domain',
    hint: 'Such as example.org.',
    empty: 'No provider is shut out.',
  },
  address: {
    title: 'Mail addresses',
    text: 'Kept as fingerprints: you can test one, and never read one. Dots and what follows a plus make no difference.',
    field: 'Mail address',
    hint: 'It is written nowhere once it is in the list.',
    empty: 'No address is shut out.',
  },
  name: {
    title: 'Names',
    text: 'Compared by how they look: 0 and o are one letter here.',
    field: 'Name, or part of names',
    hint: 'Letters a to z, digits and _.',
    empty: 'No name is shut out.',
  },
  severity: 'What that means',
  severities: {
    sign_up_requires_approval: 'Joining waits for a yes',
    sign_up_block: 'Nobody joins from there',
    no_access: 'Nothing is answered at all',
  },
  look: 'Let people join once one of you said yes',
  exact: 'Only this very name, not names that hold it',
  days: 'For how many days',
  daysHint: 'Empty: until you take it away.',
  comment: 'Note for colleagues',
  add: 'Add',
  added: 'It is in the list.',
  takeOff: 'Take off',
  takenOff: 'It is off the list.',
  until: (time: string) => `until ${formatWhen(time)}`,
  tries: (n: number) => `${formatNumber(n)} tried in 7 days`,
  withLook: 'waits for a yes',
  contains: 'also within names',
} as const
