/** A runbook for each hard case: short steps, in their order. */
export const runbooks: Record<string, readonly string[]> = {
  doxxing: [
    'You have one hour. Hide the posts now, if they are not hidden: “Hide the posts for now”, and keep the case open.',
    'Look whether it is in other posts, pictures, names or warnings, and hide those too.',
    'Then delete them. The post, its versions, pictures, card and search entry go; servers that got it are asked to delete it.',
    'Tell the person that no server can be forced to delete. Offer to write to those that do not confirm.',
    'Ask before you tell the other server’s moderators, and never where one person runs it.',
  ],
  children: [
    'Do not open, search for, copy or forward pictures. Nothing of them is kept here.',
    'Hide the posts and freeze the account, and keep the case open. A second person confirms by the facts alone.',
    'Report it where your law says: in the US to NCMEC as soon as you can, elsewhere to the hotline of your country (inhope.org) or the police.',
    'Keep what the law asks you to keep (in the US for a year), and nothing more. Drawings count too.',
    'Afterwards take a break, and talk with a colleague.',
  ],
  intimate: [
    'The posts are hidden while you look. You have 48 hours from the request.',
    'Take the signed request as true unless something speaks against it; two people decide.',
    'Delete the posts. The same file in other posts here is hidden then, and comes to you as a case; it cannot be added again. A changed copy is not known again: look for those.',
    'If it was a false request, lift what was hidden.',
  ],
  stalking: [
    'You have twelve hours, and one as soon as somebody’s home, work or number stands in it: then hide that first.',
    'If somebody is in danger now, ask whether they are safe, and name the police and a support line near them.',
    'Read the posts in their place, over time. One alone may look harmless.',
    'Do not send the two to a mediator: harm is not a disagreement. Tell the other side nothing of who reported.',
    'If it goes on, freeze the account now, and propose what is needed.',
    'Look whether they come back under another name: only when the person asks, with “This looks like somebody I blocked”.',
    'Tell the person how to block, how to keep evidence, and that they can add to their report.',
  ],
  mocking: [
    'Do most posts show or quote one member or group? Do name and text name them? Were they asked to stop?',
    'Politicians, firms and institutions are fair game.',
    'Ask the person whether to go on. Hide the posts meanwhile.',
    'Two people decide: propose it.',
  ],
  evasion: [
    'You look at this only because the person who blocks asked for it.',
    'Weigh the signs below. None of them proves anything.',
    'If you believe it, warn or suspend, and tell the person only that you acted.',
  ],
  legal: [
    'Which law, whose, and does it reach us? Note it for colleagues.',
    'Hide first where harm is likely, and keep the case open.',
    'Ask somebody who knows the law before you hand anything to anybody.',
  ],
  spam: [
    'Advertising for profit is what the rule is about. Who shares a friend’s work or a collection for somebody does not sell.',
    'A person who did not know reads a word first. A machine that posts is frozen at once; a second person looks at it within a day.',
    'If many came together, shut out their mail provider or network under “Blocks”, or turn on “By invite only” under “Bad hours”.',
  ],
  hate: [
    'Read it in its place: does somebody attack people for who they are, or quote, answer or name such an attack? Who speaks of what was done to them breaks no rule.',
    'Ask what stands behind it: a hacked account, irony, mockery of those in power.',
    'Hide what hurts while you think, and keep the case open.',
    'The outcome is firm once it is certain, and the proof is not: a removal takes two people, and each reads the evidence.',
    'The reporter hears what came of it, and who was attacked hears it before it shows.',
  ],
}

/** The runbooks of ground rules that are no hard case of their own. */
export const runbooksOfRules: Record<string, string> = {
  gr1: 'hate',
  gr2: 'hate',
  gr3: 'hate',
  gr4: 'spam',
  gr5: 'hate',
}
