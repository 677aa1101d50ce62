/** The words of the page that a member takes out with what they kept. */
export const evidence = {
  earlier: (at: string) => `Before it was edited, from ${at} on, it said:`,
  title: 'Kept posts',
  keptBy: (owner: string, at: string) => `Kept by ${owner} at ${at}.`,
  about: (handle: string) => `About ${handle}.`,
  note: 'Note:',
  writtenAt: (at: string, audience: string) => `Written at ${at}, for ${audience}.`,
  audience: {
    public: 'everyone',
    unlisted: 'everyone, quietly',
    private: 'followers',
    direct: 'the people it names',
  },
  picture: 'SHA-256 of the picture:',
  noPicture: 'A picture that was taken out before. What was said of it:',
  saidSigned: (at: string) =>
    `What the other server sent at ${at}, word for word. The author’s signature came with it, and was checked.`,
  saidFetched: (at: string) =>
    `What the other server said when it was asked at ${at}, word for word. It was fetched from there, without a signature.`,
  post: 'Post:',
  author: 'Author:',
  missing: (n: number) =>
    n === 1 ? 'Of one more post there was no copy any more.' : `Of ${n} more posts there was no copy any more.`,
  proof: 'How to check that nothing was changed',
  proofText:
    'The file evidence.json has a head and a list of items. The first hash is SHA-256 of the head, written as JSON without spaces. Each next one is of the hash before it, followed by the item as JSON without spaces and without its own hash. An item names its pictures by the SHA-256 of their files, which lie in the folder “pictures”. The last hash is:',
} as const
