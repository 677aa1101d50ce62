/** What whoever runs the mail does once, so that other providers take it. */
export const mailChecklist = {
  title: 'What makes other providers take our mail',
  lede: 'A list to go through once, with whoever looks after the domain and the mail server. When mails leave through a hosted mail service, points 1, 5 and 6 are its work.',
  steps: (domain: string): readonly (readonly [string, string])[] => [
    [
      'PTR, the name behind the number',
      'The number (IP address) of the mail server leads back to its name, and the name to the same number. Whoever rents out the server sets it; it is often called reverse DNS.',
    ],
    [
      'SPF, who may send for us',
      `A TXT record of ${domain} names the servers that send its mail, such as “v=spf1 mx -all”, or the line your mail service gives you. One such record only.`,
    ],
    [
      'DKIM, a signature on each mail',
      `The mail server signs, and a TXT record below _domainkey.${domain} holds the key to check it. The mail server or the service shows you the record.`,
    ],
    [
      'DMARC, what to do with mails that fail both',
      `A TXT record of _dmarc.${domain}: begin with “v=DMARC1; p=none; rua=mailto:” and an address of yours for the reports, and go on to “p=quarantine” once they show nothing of yours failing.`,
    ],
    [
      'SNDS, how Microsoft sees our number',
      'Their page shows how much mail came from your number and how many people complained. You ask for it with the number, and the one who owns the number confirms it.',
    ],
    [
      'JMRP, when somebody marks our mail as junk',
      'At the same place: Microsoft then sends you each mail that a person of theirs marked as junk.',
    ],
    [
      'The delist form, when they refuse us',
      'For answers such as “550 5.7.1 … S3140”, from outlook.com, hotmail or live: the support form. For “550 5.7.606” up to “5.7.649”, from firms that have their mail there: the delist page. Paste the whole answer, which stands among the numbers of the house, under Mail. Small senders are often told “not qualified for mitigation”: answer that mail and ask for a person to look.',
    ],
  ],
  ourDomain: 'your domain',
  links: [
    ['SNDS and JMRP', 'https://sendersupport.olc.protection.outlook.com/snds/'],
    ['Support form for outlook.com', 'https://olcsupport.office.com/'],
    ['Delist page', 'https://sender.office.com/'],
  ],
  after:
    'Then send a test mail to an address at each of the big providers, and look whether it went to junk. Until they take our mail, people there can ask to be confirmed by hand.',
} as const
