/** Papers that a community should have, as outlines to be written by those who answer for it. */
export const suggested: readonly { slug: string; title: string; draft: string; public: boolean }[] = [
  {
    slug: 'privacy',
    title: 'Privacy',
    public: true,
    draft: `Who answers for this community, and how to reach them:

What we keep of you: your mail address (encrypted), your name and profile, what you write and whom it is for, whom you follow, block and mute, the rules you accepted, and until when.

What we do not keep: IP addresses beyond 72 hours (and those only as fingerprints), where you are, and what your pictures say about the camera and the place.

Who can read what: posts for your followers are readable by the machine that runs this community and by whoever runs it. What is said in a mediation is encrypted with a key of its own.

How long we keep it, and what is deleted when you leave:

Where the machine stands, and whose laws reach it:

How to see, take along or delete what is yours: in your settings, or by writing to us.`,
  },
  {
    slug: 'data-protection',
    title: 'Data protection record',
    public: false,
    draft: `What is processed, for what, and on which ground (political opinions are data of a special kind):

Who has access, and how that is limited (roles, decisions by two, the log):

Who processes it for us (host, mail provider), with which contract:

When each kind of data is deleted:

What we do after a leak: who decides, who is told within 72 hours, how members are told:`,
  },
  {
    slug: 'risk-assessment',
    title: 'Risk assessment',
    public: false,
    draft: `Who uses this community, and who would like to harm them:

For each kind of illegal or harmful content: how likely it is here, what it would do, and what we do against it:

What we decided not to do, and why:`,
  },
  {
    slug: 'accountable-person',
    title: 'Accountable person',
    public: true,
    draft: `Who is named to authorities and to people with complaints, and how to reach them:

How a request to take something down is made, and within which time it is answered:`,
  },
  {
    slug: 'legal-requests',
    title: 'Legal requests',
    public: true,
    draft: `Requests by authorities in the last half-year, and how many we followed:

What we cannot hand over because we do not have it: IP addresses older than 72 hours, where people are, what is said in mediations.`,
  },
]
